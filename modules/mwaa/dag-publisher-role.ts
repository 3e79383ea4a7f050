import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument } from '../iam/policy-document';

export interface DagPublisherRoleProps {
  readonly provider: TerraformProvider;
  readonly region: string;
  readonly environmentName: string;
  readonly bucketArn: string;
  readonly kmsKeyArn: string;
  /** ARNs of the roles that may assume it. They must exist. */
  readonly principals: readonly string[];
}

/** Prefix of DAGs in the bucket. */
export const DAGS_PREFIX = 'dags/';

/** A role that puts DAGs into an environment's bucket, takes them out, and can do nothing else: for CI. */
export class DagPublisherRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DagPublisherRoleProps) {
    super(scope, id);
    const { provider, bucketArn } = props;
    const name = `${props.environmentName}-dag-publisher`;
    const role = new IamRole(this, 'role', {
      provider,
      name,
      description: 'Publishes DAGs of an MWAA environment',
      assumeRolePolicy: policyDocument([
        {
          Sid: 'ThePublishers',
          Effect: 'Allow',
          Principal: { AWS: [...props.principals] },
          Action: 'sts:AssumeRole',
        },
      ]),
      tags: { Name: name },
    });
    new IamRolePolicy(this, 'role-policy', {
      provider,
      name: 'publish',
      role: role.id,
      policy: policyDocument([
        {
          Sid: 'WriteDags',
          Effect: 'Allow',
          Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
          Resource: `${bucketArn}/${DAGS_PREFIX}*`,
        },
        {
          Sid: 'ListDags',
          Effect: 'Allow',
          Action: 's3:ListBucket',
          Resource: bucketArn,
          Condition: { StringLike: { 's3:prefix': `${DAGS_PREFIX}*` } },
        },
        {
          Sid: 'UseTheKey',
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: props.kmsKeyArn,
          Condition: { StringEquals: { 'kms:ViaService': `s3.${props.region}.amazonaws.com` } },
        },
      ]),
    });
    this.arn = role.arn;
  }
}
