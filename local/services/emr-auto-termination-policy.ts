import { type EmrClusters, changeableCluster, describedCluster, emrValidationError } from '../emr-clusters';
import { checkInput } from '../input-shape';
import { jsonService } from '../json-service';

const MIN_IDLE_SECONDS = 60;
const MAX_IDLE_SECONDS = 604_800;
const clusterId = { ClusterId: { isRequired: true } } as const;

/**
 * The policy by which a cluster ends itself when it is idle; moto lacks it. No cluster ever does so here.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/APIReference/API_PutAutoTerminationPolicy.html
 */
export function emrAutoTerminationPolicy(clusters: EmrClusters) {
  return jsonService({
    name: 'emr-auto-termination-policy',
    service: 'elasticmapreduce',
    actions: {
      async PutAutoTerminationPolicy(input, call, moto) {
        checkInput(input, clusterId);
        const id = input.ClusterId as string;
        const policy = checkedAutoTermination(input.AutoTerminationPolicy as object | undefined);
        await changeableCluster(call, moto, id);
        clusters.of(call, id).autoTerminationPolicy = policy;
        return {};
      },
      async GetAutoTerminationPolicy(input, call, moto) {
        checkInput(input, clusterId);
        await describedCluster(call, moto, input.ClusterId as string);
        return { AutoTerminationPolicy: clusters.of(call, input.ClusterId as string).autoTerminationPolicy };
      },
      async RemoveAutoTerminationPolicy(input, call, moto) {
        checkInput(input, clusterId);
        await changeableCluster(call, moto, input.ClusterId as string);
        clusters.of(call, input.ClusterId as string).autoTerminationPolicy = undefined;
        return {};
      },
    },
  });
}

/** An hour, when a policy names no time. */
const DEFAULT_IDLE_SECONDS = 3600;

/** The policy with its default; refuses a time outside EMR's limits. */
export function checkedAutoTermination(policy: { IdleTimeout?: number } | undefined): object {
  const { IdleTimeout = DEFAULT_IDLE_SECONDS } = policy ?? {};
  if (IdleTimeout < MIN_IDLE_SECONDS || IdleTimeout > MAX_IDLE_SECONDS)
    throw emrValidationError(
      `The idle timeout must be between ${MIN_IDLE_SECONDS} and ${MAX_IDLE_SECONDS} seconds; it is ${IdleTimeout}.`,
    );
  return { IdleTimeout };
}
