import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import type { MotoClient } from './moto-client';
import { RegionalState } from './regional-state';

/** What the local cloud knows about an EMR cluster and moto does not, in the field names of EMR's model. */
export interface RememberedCluster {
  /** Fields of `Cluster`. */
  readonly attributes: Record<string, unknown>;
  autoTerminationPolicy?: object;
  managedScalingPolicy?: object;
  /** Whether its security configuration, which cannot be changed, has every step run under a role of its own. */
  hasRuntimeRoles: boolean;
  /** The role of the steps that the cluster was started with. */
  firstStepsRole?: string;
  /** Roles of the steps that were added later, by the step's id. */
  readonly stepRoles: Map<string, string>;
}

/** Remembers clusters by their id, apart for each account and region. */
export class EmrClusters {
  private readonly state = new RegionalState(() => new Map<string, RememberedCluster>());

  of(call: AwsCall, clusterId: string): RememberedCluster {
    const clusters = this.state.of(call);
    let cluster = clusters.get(clusterId);
    if (cluster === undefined)
      clusters.set(clusterId, (cluster = { attributes: {}, hasRuntimeRoles: false, stepRoles: new Map() }));
    return cluster;
  }
}

/** moto's description of a cluster, as far as anything depends on it. */
export interface DescribedCluster {
  readonly Status: { readonly State: string };
}

/** Describes a cluster; refuses one that is not there as EMR does. */
export async function describedCluster(
  call: AwsCall,
  moto: MotoClient,
  clusterId: string,
): Promise<DescribedCluster> {
  try {
    const answer = await moto.ask<{ Cluster: DescribedCluster }>(
      'elasticmapreduce',
      'ElasticMapReduce.DescribeCluster',
      { ClusterId: clusterId },
      call,
    );
    return answer.Cluster;
  } catch {
    throw invalidEmrRequest(`Cluster id '${clusterId}' is not valid.`);
  }
}

/** Refuses a cluster that is ending or gone: nothing about it can be changed any more. */
export async function changeableCluster(call: AwsCall, moto: MotoClient, clusterId: string): Promise<void> {
  const { Status } = await describedCluster(call, moto, clusterId);
  if (Status.State.startsWith('TERMINAT'))
    throw new ServiceError({
      code: 'ValidationException',
      message: 'A job flow that is shutting down, terminated, or finished may not be modified.',
    });
}

export function invalidEmrRequest(message: string): ServiceError {
  return new ServiceError({ code: 'InvalidRequestException', message });
}

export function emrValidationError(message: string): ServiceError {
  return new ServiceError({ code: 'ValidationException', message });
}
