import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import { type BucketProps, EMR_ARTIFACT_PREFIXES } from './artifact-prefixes';
import { ebsKeyStatements } from './ebs-key-statements';

export interface EmrInstanceProfileProps {
  readonly provider: TerraformProvider;
  /** Role and profile are called `<name>-emr-node`: EMR takes a profile only if its role has the same name. */
  readonly name: string;
}

export interface NodePermissions {
  readonly region: string;
  readonly accountId: string;
  /** Bucket with logs, certificates and bootstrap scripts. */
  readonly artifacts: BucketProps;
  /** Key of the bucket and of the nodes' disks. */
  readonly dataKeyArn: string;
  /** The right to assume step roles. */
  readonly assumeStatements: readonly PolicyStatement[];
  /** Whether Session Manager may open a shell on the nodes. */
  readonly hasShellAccess: boolean;
}

/**
 * What every process on a node can do that does not run under a step role, and so what anybody with a shell
 * can do: as little as possible, but for the right to assume step roles.
 *
 * AWS has no managed policy that fits. Source: "Service role for cluster EC2 instances (EC2 instance
 * profile)" (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html).
 */
export class EmrInstanceProfile extends Construct {
  readonly roleArn: string;
  readonly profileName: string;
  private readonly role: IamRole;
  private readonly provider: TerraformProvider;

  constructor(scope: Construct, id: string, props: EmrInstanceProfileProps) {
    super(scope, id);
    this.provider = props.provider;
    const name = `${props.name}-emr-node`;
    this.role = new IamRole(this, 'role', {
      provider: props.provider,
      name,
      description: 'Nodes of EMR clusters: logs, disks, and starting jobs under their step roles',
      assumeRolePolicy: policyDocument([
        {
          Sid: 'Nodes',
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ]),
      tags: { Name: name },
    });
    const profile = new IamInstanceProfile(this, 'profile', {
      provider: props.provider,
      name,
      role: this.role.name,
      tags: { Name: name },
    });
    this.roleArn = this.role.arn;
    this.profileName = profile.name;
  }

  /**
   * Gives the nodes their rights. Apart from the constructor, because step roles trust the nodes' role and
   * the nodes' rights name the step roles.
   *
   * @returns what has to be there before a cluster starts
   */
  permit(permissions: NodePermissions): ITerraformDependable {
    return new IamRolePolicy(this, 'role-policy', {
      provider: this.provider,
      name: 'node',
      role: this.role.id,
      policy: policyDocument([
        ...artifactStatements(permissions),
        ...ebsKeyStatements(permissions.dataKeyArn),
        ...metastoreStatements(permissions),
        ...permissions.assumeStatements,
        ...(permissions.hasShellAccess ? sessionStatements(permissions) : []),
      ]),
    });
  }
}

function artifactStatements({ artifacts, region }: NodePermissions): PolicyStatement[] {
  const { logs, bootstrap, certificates } = EMR_ARTIFACT_PREFIXES;
  return [
    {
      Sid: 'WriteLogs',
      Effect: 'Allow',
      Action: ['s3:AbortMultipartUpload', 's3:PutObject'],
      Resource: `${artifacts.arn}/${logs}*`,
    },
    {
      Sid: 'ReadWhatNodesStartWith',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: [
        `${artifacts.arn}/${bootstrap}*`,
        `${artifacts.arn}/${certificates}*`,
        // AWS's own bucket of the region: script-runner.jar and the like.
        `arn:aws:s3:::${region}.elasticmapreduce/*`,
      ],
    },
    {
      Sid: 'FindArtifacts',
      Effect: 'Allow',
      Action: 's3:GetBucketLocation',
      Resource: artifacts.arn,
    },
    {
      Sid: 'ListArtifacts',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: artifacts.arn,
      Condition: { StringLike: { 's3:prefix': [logs, bootstrap].map((prefix) => `${prefix}*`) } },
    },
  ];
}

/** Hive's server asks for its default database, and for functions in it, before it takes any query. */
function metastoreStatements({ region, accountId }: NodePermissions): PolicyStatement[] {
  const prefix = `arn:aws:glue:${region}:${accountId}`;
  return [
    {
      Sid: 'StartHive',
      Effect: 'Allow',
      Action: ['glue:GetDatabase', 'glue:GetDatabases', 'glue:GetUserDefinedFunctions'],
      Resource: [
        `${prefix}:catalog`,
        `${prefix}:database/default`,
        `${prefix}:userDefinedFunction/default/*`,
      ],
    },
  ];
}

/**
 * Less than AmazonSSMManagedInstanceCore, which can read every parameter of the account.
 *
 * Source: "Verify or add instance permissions for Session Manager"
 * (https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-add-permissions-to-existing-profile.html).
 */
function sessionStatements({ region, accountId }: NodePermissions): PolicyStatement[] {
  return [
    {
      Sid: 'RegisterForSessions',
      Effect: 'Allow',
      Action: 'ssm:UpdateInstanceInformation',
      Resource: `arn:aws:ec2:${region}:${accountId}:instance/*`,
    },
    {
      Sid: 'OpenShellSessions',
      Effect: 'Allow',
      Action: [
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ],
      // AWS has no resource types for these actions ("Actions, resources, and condition keys for Amazon
      // Session Manager Message Gateway Service").
      Resource: '*',
    },
  ];
}
