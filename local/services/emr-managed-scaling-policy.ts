import { type EmrClusters, changeableCluster, describedCluster, emrValidationError } from '../emr-clusters';
import { type Shape, checkInput } from '../input-shape';
import { type JsonInput, jsonService } from '../json-service';

const clusterId = { ClusterId: { isRequired: true } } as const;

/** `ManagedScalingPolicy` of EMR's model. */
export const MANAGED_SCALING_POLICY: Shape = {
  fields: {
    ComputeLimits: {
      fields: {
        UnitType: { isRequired: true, values: ['InstanceFleetUnits', 'Instances', 'VCPU'] },
        MinimumCapacityUnits: { isRequired: true },
        MaximumCapacityUnits: { isRequired: true },
      },
    },
    UtilizationPerformanceIndex: { min: 1, max: 100 },
    ScalingStrategy: { values: ['DEFAULT', 'ADVANCED'] },
  },
};

/**
 * The limits within which EMR resizes a cluster; moto lacks them. Nothing is resized here.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/APIReference/API_PutManagedScalingPolicy.html
 */
export function emrManagedScalingPolicy(clusters: EmrClusters) {
  return jsonService({
    name: 'emr-managed-scaling-policy',
    service: 'elasticmapreduce',
    actions: {
      async PutManagedScalingPolicy(input, call, moto) {
        checkInput(input, {
          ...clusterId,
          ManagedScalingPolicy: { isRequired: true, ...MANAGED_SCALING_POLICY },
        });
        const policy = checkedManagedScaling(input.ManagedScalingPolicy as JsonInput);
        await changeableCluster(call, moto, input.ClusterId as string);
        clusters.of(call, input.ClusterId as string).managedScalingPolicy = policy;
        return {};
      },
      async GetManagedScalingPolicy(input, call, moto) {
        checkInput(input, clusterId);
        await describedCluster(call, moto, input.ClusterId as string);
        return { ManagedScalingPolicy: clusters.of(call, input.ClusterId as string).managedScalingPolicy };
      },
      async RemoveManagedScalingPolicy(input, call, moto) {
        checkInput(input, clusterId);
        await changeableCluster(call, moto, input.ClusterId as string);
        clusters.of(call, input.ClusterId as string).managedScalingPolicy = undefined;
        return {};
      },
    },
  });
}

interface ComputeLimits {
  readonly MinimumCapacityUnits: number;
  readonly MaximumCapacityUnits: number;
  readonly MaximumOnDemandCapacityUnits?: number;
  readonly MaximumCoreCapacityUnits?: number;
}

/** The policy as it was given; refuses limits that contradict each other. */
export function checkedManagedScaling(policy: JsonInput): object {
  const limits = policy.ComputeLimits as ComputeLimits | undefined;
  if (limits === undefined) throw emrValidationError('Compute limits are required for managed scaling.');
  const { MinimumCapacityUnits: minimum, MaximumCapacityUnits: maximum } = limits;
  if (minimum < 1) throw emrValidationError('MinimumCapacityUnits must be at least 1.');
  if (minimum > maximum)
    throw emrValidationError(
      `MinimumCapacityUnits (${minimum}) must not be greater than MaximumCapacityUnits (${maximum}).`,
    );
  for (const name of ['MaximumOnDemandCapacityUnits', 'MaximumCoreCapacityUnits'] as const) {
    if ((limits[name] ?? 0) > maximum)
      throw emrValidationError(
        `${name} (${limits[name]}) must not be greater than MaximumCapacityUnits (${maximum}).`,
      );
  }
  return policy;
}
