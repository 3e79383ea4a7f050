import { REGION_ZONE_IDS } from './limits/regions';
import type { EnvironmentConfig } from './schema/environment';

/**
 * Ids of the Availability Zones of a stage, in the order that decides which subnet lies where: its own
 * `zoneIds`, or else the region's usual ones, as many as `zones` says.
 */
export function zoneIdsOf({ region, network }: EnvironmentConfig): readonly string[] {
  return (network.zoneIds ?? REGION_ZONE_IDS[region] ?? []).slice(0, network.zones);
}
