import type { Rule } from './rule';
import { vpns } from './vpn-sections';

/** A VPN is associated with one subnet per zone at most, as AWS has it, and so with no more than there are zones. */
export const vpnAssociationsInZones: Rule = (landscape) =>
  vpns(landscape).flatMap(({ stage, vpn: { associations } }) => {
    const zones = stage.config.network?.zones;
    if (associations === undefined || zones === undefined || associations <= zones) return [];
    const text = `${associations} associations need as many zones, one subnet in each, and network.zones is ${zones}; write associations: ${zones}`;
    return [stage.problem(text, ['vpn', 'associations'], ['network', 'zones'])];
  });
