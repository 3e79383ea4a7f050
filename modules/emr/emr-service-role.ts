import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument } from '../iam/policy-document';
import { ebsKeyStatements } from './ebs-key-statements';

export interface EmrServiceRoleProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** The role is called `<name>-emr-service`. */
  readonly name: string;
  /** Role of the nodes: the only one the service may hand to them. */
  readonly instanceRoleArn: string;
  /** Key of the nodes' volumes. */
  readonly diskKeyArn: string;
}

/**
 * The role with which EMR makes and removes nodes.
 *
 * Source: "Service role for Amazon EMR (EMR role)"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html).
 */
export class EmrServiceRole extends Construct {
  readonly arn: string;
  /** What has to be there before a cluster starts, and until it is gone. */
  readonly permissions: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: EmrServiceRoleProps) {
    super(scope, id);
    const { provider, accountId, region } = props;
    const role = new IamRole(this, 'role', {
      provider,
      name: `${props.name}-emr-service`,
      description: 'EMR makes and removes nodes of clusters',
      // Conditions against the confused deputy, as on the page above.
      assumeRolePolicy: policyDocument([
        {
          Sid: 'EmrOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'elasticmapreduce.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': accountId },
            ArnLike: { 'aws:SourceArn': `arn:aws:elasticmapreduce:${region}:${accountId}:*` },
          },
        },
      ]),
      tags: { Name: `${props.name}-emr-service` },
    });
    // AWS's own policy works on resources with the tag for-use-with-amazon-emr-managed-policies only, and
    // changes with the service; a copy of ours would break clusters one day.
    const managed = new IamRolePolicyAttachment(this, 'managed-policy', {
      provider,
      role: role.name,
      policyArn: 'arn:aws:iam::aws:policy/service-role/AmazonEMRServicePolicy_v2',
    });
    const own = new IamRolePolicy(this, 'role-policy', {
      provider,
      name: 'nodes',
      role: role.id,
      policy: policyDocument([
        {
          // AWS's policy admits the default role's name only.
          Sid: 'PassTheInstanceRole',
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: props.instanceRoleArn,
          Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        },
        ...ebsKeyStatements(props.diskKeyArn),
      ]),
    });
    this.arn = role.arn;
    this.permissions = [managed, own];
  }
}
