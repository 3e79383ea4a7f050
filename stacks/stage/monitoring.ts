import type { EmrPlatform } from '../../modules/emr/emr-platform';
import { Monitoring } from '../../modules/monitoring/monitoring';
import type { Watched } from '../../modules/monitoring/watched';
import type { Vpc } from '../../modules/vpc/vpc';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** What of a stage is watched besides what its file says. */
export interface MonitoredParts extends Pick<Watched, 'airflow' | 'vpn'> {
  readonly keys: StageKeys;
  readonly vpc: Vpc;
  readonly emr: EmrPlatform;
}

/** Alarms of a stage, who is told of them, and its dashboard. */
export function addMonitoring(
  { scope, provider, accountId, environment }: StageContext,
  { keys, vpc, emr, airflow, vpn }: MonitoredParts,
): Monitoring {
  const { stage, region, athena, monitoring } = environment;
  const { subscribers, ...thresholds } = monitoring;
  return new Monitoring(scope, 'monitoring', {
    provider,
    accountId,
    region,
    name: stage,
    kmsKeyArn: keys.logs.arn,
    subscribers,
    thresholds,
    airflow,
    vpn,
    emrClusters: mapValues(emr.clusterIds, (clusterId) => ({ clusterId })),
    workGroups: mapValues(athena.workGroups, ({ maxScannedBytes }, name) => ({ name, maxScannedBytes })),
    natGatewayIds: vpc.natGatewayIds,
  });
}

function mapValues<From, To>(
  from: Readonly<Record<string, From>>,
  to: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value, key)]));
}
