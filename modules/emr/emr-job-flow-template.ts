import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { type ITerraformDependable, Token, Tokenization, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { type ClusterBase, SCALE_DOWN_BEHAVIOR, VOLUME_TYPE } from './cluster-base';
import { type ClusterSize, type NodeGroupSize, scalingLimits } from './cluster-size';
import { softwareSettings } from './cluster-software';
import { clusterTags } from './cluster-tags';

export interface EmrJobFlowTemplateProps {
  readonly provider: TerraformProvider;
  readonly base: ClusterBase;
  /** Size of a cluster started from the template; whoever starts one may change it. */
  readonly size: ClusterSize;
  /**
   * What a cluster needs when it starts, and the request does not refer to.
   *
   * @default - nothing
   */
  readonly prerequisites?: readonly ITerraformDependable[];
}

/** Characters a parameter of the Standard tier holds (`Value` of PutParameter). */
const STANDARD_TIER_LENGTH = 4096;

/** Length to reckon with for a value that is known only to AWS: the ARN of a role has up to 100 characters. */
const UNKNOWN_VALUE_LENGTH = 100;

/**
 * A complete request for RunJobFlow, published as an SSM parameter: a DAG reads it, changes the name or the
 * size, and starts a cluster of its own that is as safe as the long-running ones.
 *
 * Not a secret: it holds names and ids only.
 */
export class EmrJobFlowTemplate extends Construct {
  readonly parameterName: string;
  readonly parameterArn: string;

  constructor(scope: Construct, id: string, props: EmrJobFlowTemplateProps) {
    super(scope, id);
    const value = JSON.stringify(jobFlow(props));
    const parameter = new SsmParameter(this, 'parameter', {
      provider: props.provider,
      name: `/landing-zone/${props.base.platform}/emr/job-flow-template`,
      description: 'Request for RunJobFlow: a transient EMR cluster with the roles and settings of the stage',
      type: 'String',
      // Shown in plans, unlike `value`: a reviewer sees what changes.
      insecureValue: value,
      tier: reckonedLength(value) > STANDARD_TIER_LENGTH ? 'Advanced' : 'Standard',
      dependsOn: [...(props.prerequisites ?? [])],
    });
    this.parameterName = parameter.name;
    this.parameterArn = parameter.arn;
  }
}

/** In the field names of RunJobFlow (https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html). */
function jobFlow({ base, size }: EmrJobFlowTemplateProps): object {
  const { minimum, maximum, maximumCore } = scalingLimits(size);
  return {
    Name: `${base.platform}-transient`,
    ReleaseLabel: base.release,
    Applications: base.applications.map((Name) => ({ Name })),
    Configurations: softwareSettings(base),
    ServiceRole: base.serviceRoleArn,
    JobFlowRole: base.instanceProfileName,
    SecurityConfiguration: base.securityConfigurationName,
    LogUri: base.logUri,
    LogEncryptionKmsKeyId: base.logKeyArn,
    Instances: {
      InstanceGroups: [
        {
          Name: 'primary',
          InstanceRole: 'MASTER',
          InstanceType: size.primary.instanceType,
          InstanceCount: 1,
        },
        nodes('core', size.core),
        ...(size.task && size.task.min > 0 ? [nodes('task', size.task)] : []),
      ],
      Ec2SubnetId: base.subnetId,
      EmrManagedMasterSecurityGroup: base.primarySecurityGroupId,
      EmrManagedSlaveSecurityGroup: base.coreSecurityGroupId,
      ServiceAccessSecurityGroup: base.serviceAccessSecurityGroupId,
      // Steps of RunJobFlow itself cannot each have a role, so they are added later, and the cluster waits.
      KeepJobFlowAliveWhenNoSteps: true,
      TerminationProtected: false,
    },
    ScaleDownBehavior: SCALE_DOWN_BEHAVIOR,
    StepConcurrencyLevel: size.stepConcurrency,
    ManagedScalingPolicy: {
      ComputeLimits: {
        UnitType: 'Instances',
        MinimumCapacityUnits: minimum,
        MaximumCapacityUnits: maximum,
        MaximumOnDemandCapacityUnits: maximum,
        MaximumCoreCapacityUnits: maximumCore,
      },
    },
    // A net for DAGs that fail to end what they started.
    ...(size.idleTimeoutMinutes === undefined
      ? {}
      : { AutoTerminationPolicy: { IdleTimeout: size.idleTimeoutMinutes * 60 } }),
    Tags: Object.entries(clusterTags(base.platform)).map(([Key, Value]) => ({ Key, Value })),
  };
}

function nodes(name: 'core' | 'task', size: NodeGroupSize): object {
  return {
    Name: name,
    InstanceRole: name.toUpperCase(),
    InstanceType: size.instanceType,
    InstanceCount: size.min,
    EbsConfiguration: {
      EbsBlockDeviceConfigs: [
        { VolumeSpecification: { VolumeType: VOLUME_TYPE, SizeInGB: size.volumeGb }, VolumesPerInstance: 1 },
      ],
    },
  };
}

/** Length of a text when each value still unknown is as long as it may get. */
function reckonedLength(text: string): number {
  if (!Token.isUnresolved(text)) return text.length;
  const fragments = Tokenization.reverseString(text);
  const literals = fragments.literals.reduce((sum, literal) => sum + String(literal).length, 0);
  return literals + fragments.tokens.length * UNKNOWN_VALUE_LENGTH;
}
