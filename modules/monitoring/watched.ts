import type { WatchedAirflow } from './airflow-alarms';
import type { WatchedWorkGroup } from './athena-alarms';
import type { WatchedClientVpn } from './client-vpn-alarms';
import type { WatchedEmrCluster } from './emr-alarms';

/** What there is to watch in a stage, each thing by its key there. */
export interface Watched {
  readonly airflow: Readonly<Record<string, WatchedAirflow>>;
  /** Long-running clusters. */
  readonly emrClusters: Readonly<Record<string, WatchedEmrCluster>>;
  readonly workGroups: Readonly<Record<string, WatchedWorkGroup>>;
  /** Ids by zone key, such as `az1`. */
  readonly natGatewayIds: Readonly<Record<string, string>>;
  /** @default - the stage has no Client VPN */
  readonly vpn?: WatchedClientVpn;
}
