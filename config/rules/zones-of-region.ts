import { REGION_ZONE_IDS } from '../limits/regions';
import type { Problem } from '../problem';
import type { EnvironmentConfig } from '../schema/environment';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import type { Rule } from './rule';

const ZONES: Path = ['network', 'zones'];
const ZONE_IDS: Path = ['network', 'zoneIds'];

/** There are as many Availability Zones as the stage asks for, and those it names are its region's. */
export const zonesOfRegion: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const zoneIds = stage.config.network?.zoneIds;
    if (zoneIds) return [...tooFewNamed(stage, zoneIds), ...wronglyNamed(stage, zoneIds)];
    return stage.lacks(...ZONE_IDS) ? tooFewInRegion(stage) : [];
  });

function tooFewInRegion(stage: Subject<EnvironmentConfig>): Problem[] {
  const { region, network } = stage.config;
  const ids = region === undefined ? undefined : REGION_ZONE_IDS[region];
  if (!ids || network?.zones === undefined || ids.length >= network.zones) return [];
  const text = `${network.zones} zones are more than ${region} gives every account (${ids.join(', ')}); write zones: ${ids.length}, or name the zones in network.zoneIds`;
  return [stage.problem(text, ZONES, ['region'])];
}

function tooFewNamed(stage: Subject<EnvironmentConfig>, zoneIds: readonly unknown[]): Problem[] {
  const zones = stage.config.network?.zones;
  if (zones === undefined || zoneIds.length >= zones) return [];
  const text = `network.zones is ${zones} and network.zoneIds names ${zoneIds.length}; add a zone at the end of the list`;
  return [stage.problem(text, ZONE_IDS, ZONES)];
}

function wronglyNamed(
  stage: Subject<EnvironmentConfig>,
  zoneIds: readonly (string | undefined)[],
): Problem[] {
  const { region } = stage.config;
  const usual = region === undefined ? undefined : REGION_ZONE_IDS[region];
  const prefix = usual?.[0]?.split('-')[0];
  return zoneIds.flatMap((id, index) => {
    const path = [...ZONE_IDS, index];
    if (id === undefined) return [];
    if (zoneIds.indexOf(id) < index) {
      return [stage.problem(`${id} is listed twice; each zone gets subnets of its own`, path)];
    }
    if (prefix === undefined || id.startsWith(`${prefix}-`)) return [];
    const text = `${id} is no zone of ${region}; write ids such as ${usual?.join(', ')} in network.zoneIds`;
    return [stage.problem(text, path, ['region'])];
  });
}
