import { EmrCluster as ClusterResource } from '@cdktf/provider-aws/lib/emr-cluster';
import { EmrInstanceGroup } from '@cdktf/provider-aws/lib/emr-instance-group';
import { EmrManagedScalingPolicy } from '@cdktf/provider-aws/lib/emr-managed-scaling-policy';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { type ClusterBase, SCALE_DOWN_BEHAVIOR, VOLUME_TYPE } from './cluster-base';
import { type ClusterSize, type NodeGroupSize, scalingLimits } from './cluster-size';
import { softwareSettings } from './cluster-software';
import { clusterTags } from './cluster-tags';

export interface EmrClusterProps {
  readonly provider: TerraformProvider;
  /** The cluster is called `<platform>-<name>`. */
  readonly name: string;
  readonly base: ClusterBase;
  readonly size: ClusterSize;
  /** Whether Terraform, or anybody else, may end the cluster. */
  readonly isDisposable: boolean;
  /** What the cluster needs from its first minute to its last: rights, routes, rules of its security groups. */
  readonly prerequisites: ITerraformDependable[];
}

/** A cluster that is always there, whose nodes come and go with the work. */
export class EmrCluster extends Construct {
  readonly clusterId: string;

  constructor(scope: Construct, id: string, props: EmrClusterProps) {
    super(scope, id);
    const cluster = this.cluster(props);
    this.clusterId = cluster.id;
    if (props.size.task) this.taskNodes(props, props.size.task);
    this.managedScaling(props);
  }

  private cluster({ provider, name, base, size, isDisposable, prerequisites }: EmrClusterProps) {
    const fullName = `${base.platform}-${name}`;
    return new ClusterResource(this, 'cluster', {
      provider,
      name: fullName,
      releaseLabel: base.release,
      applications: [...base.applications],
      configurationsJson: JSON.stringify(softwareSettings(base)),
      serviceRole: base.serviceRoleArn,
      securityConfiguration: base.securityConfigurationName,
      logUri: base.logUri,
      logEncryptionKmsKeyId: base.logKeyArn,
      ec2Attributes: {
        instanceProfile: base.instanceProfileName,
        subnetId: base.subnetId,
        emrManagedMasterSecurityGroup: base.primarySecurityGroupId,
        emrManagedSlaveSecurityGroup: base.coreSecurityGroupId,
        serviceAccessSecurityGroup: base.serviceAccessSecurityGroupId,
      },
      masterInstanceGroup: { name: 'primary', instanceType: size.primary.instanceType, instanceCount: 1 },
      coreInstanceGroup: { name: 'core', ...nodes(size.core) },
      scaleDownBehavior: SCALE_DOWN_BEHAVIOR,
      stepConcurrencyLevel: size.stepConcurrency,
      keepJobFlowAliveWhenNoSteps: true,
      // A cluster that may end itself for want of work is not to be protected from that.
      terminationProtection: !isDisposable && size.idleTimeoutMinutes === undefined,
      ...(size.idleTimeoutMinutes === undefined
        ? {}
        : { autoTerminationPolicy: { idleTimeout: size.idleTimeoutMinutes * 60 } }),
      tags: { Name: fullName, ...clusterTags(base.platform) },
      // Managed scaling decides how many nodes there are.
      lifecycle: { ignoreChanges: ['core_instance_group[0].instance_count'] },
      dependsOn: prerequisites,
    });
  }

  private taskNodes({ provider }: EmrClusterProps, size: NodeGroupSize): void {
    new EmrInstanceGroup(this, 'task-nodes', {
      provider,
      clusterId: this.clusterId,
      name: 'task',
      ...nodes(size),
      lifecycle: { ignoreChanges: ['instance_count'] },
    });
  }

  private managedScaling({ provider, size }: EmrClusterProps): void {
    const { minimum, maximum, maximumCore } = scalingLimits(size);
    new EmrManagedScalingPolicy(this, 'managed-scaling', {
      provider,
      clusterId: this.clusterId,
      computeLimits: [
        {
          unitType: 'Instances',
          minimumCapacityUnits: minimum,
          maximumCapacityUnits: maximum,
          maximumOndemandCapacityUnits: maximum,
          maximumCoreCapacityUnits: maximumCore,
        },
      ],
    });
  }
}

function nodes({ instanceType, min, volumeGb }: NodeGroupSize) {
  return {
    instanceType,
    instanceCount: min,
    ebsConfig: [{ size: volumeGb, type: VOLUME_TYPE, volumesPerInstance: 1 }],
  };
}
