import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import { catalogStatements } from './catalog-statements';
import { type BucketPrefix, readStatements, writeStatements } from './lake-statements';

/** What one job may do. */
export interface StepRoleJob {
  readonly description?: string;
  /** Parts of buckets the job reads. */
  readonly reads: readonly BucketPrefix[];
  /** Parts of buckets the job reads, writes and deletes in. */
  readonly writes: readonly BucketPrefix[];
  /** Glue databases by name; what is written may be read too. */
  readonly databases: { readonly read: readonly string[]; readonly write: readonly string[] };
}

export interface StepRoleProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Name of the role, at most 64 characters. */
  readonly roleName: string;
  /** Role of the cluster nodes, which start the job's processes under this one. */
  readonly instanceRoleArn: string;
  /** Key of the buckets and of the catalog. */
  readonly dataKeyArn: string;
  readonly job: StepRoleJob;
}

/**
 * The IAM role one job runs under on a cluster that is shared with others.
 *
 * Source: "Runtime roles for Amazon EMR steps"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html).
 */
export class StepRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: StepRoleProps) {
    super(scope, id);
    const { provider, job } = props;
    const role = new IamRole(this, 'role', {
      provider,
      name: props.roleName,
      description: job.description ?? 'Job on EMR: reads and writes what the environment lists, nothing else',
      assumeRolePolicy: policyDocument([
        {
          Sid: 'ClusterNodesStartTheJob',
          Effect: 'Allow',
          Principal: { AWS: props.instanceRoleArn },
          // EMR tags the session with the step; without TagSession the step is refused.
          Action: ['sts:AssumeRole', 'sts:TagSession'],
        },
      ]),
      tags: { Name: props.roleName },
    });
    const statements = jobStatements(props);
    if (statements.length > 0) {
      new IamRolePolicy(this, 'role-policy', {
        provider,
        name: 'job',
        role: role.id,
        policy: policyDocument(statements),
      });
    }
    this.arn = role.arn;
  }
}

function jobStatements({ accountId, region, dataKeyArn, job }: StepRoleProps): PolicyStatement[] {
  const { reads, writes, databases } = job;
  const objects = [...readStatements([...reads, ...writes]), ...writeStatements(writes)];
  const catalog = catalogStatements({ accountId, region, ...databases });
  return [
    ...objects,
    ...(objects.length > 0 ? [objectKeyStatement(dataKeyArn, region, writes.length > 0)] : []),
    ...catalog,
    ...(catalog.length > 0 ? [catalogKeyStatement(dataKeyArn, region)] : []),
  ];
}

/** Both statements hold through one service only: the role cannot decrypt what it got hold of otherwise. */
const through = (service: string, region: string) => ({
  StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
});

function objectKeyStatement(keyArn: string, region: string, writes: boolean): PolicyStatement {
  return {
    Sid: 'UseTheKeyOfObjects',
    Effect: 'Allow',
    // Decrypt for uploads too: S3 reads the parts of a large one to join them.
    Action: writes ? ['kms:Decrypt', 'kms:GenerateDataKey'] : 'kms:Decrypt',
    Resource: keyArn,
    Condition: through('s3', region),
  };
}

/**
 * What any client of an encrypted catalog needs, whether it reads or writes.
 *
 * Source: "Setting up encryption in AWS Glue"
 * (https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html).
 */
function catalogKeyStatement(keyArn: string, region: string): PolicyStatement {
  return {
    Sid: 'UseTheKeyOfTheCatalog',
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    Resource: keyArn,
    Condition: through('glue', region),
  };
}
