import { CLIENT_VPN_LIMITS } from '../limits/client-vpn';
import type { Rule } from './rule';
import { vpns } from './vpn-sections';

/** No more people are to be connected than AWS lets through that many associations. */
export const vpnUsersWithinQuota: Rule = (landscape) =>
  vpns(landscape).flatMap(({ stage, vpn: { associations, maxUsers } }) => {
    if (associations === undefined || maxUsers === undefined) return [];
    const quotas = CLIENT_VPN_LIMITS.connections;
    const quota = quotas[associations - 1];
    if (quota === undefined || maxUsers <= quota) return [];
    const enough = quotas.findIndex((connections) => connections >= maxUsers) + 1;
    const fix = enough > 0 && enough <= 3 ? `write associations: ${enough}` : 'lower vpn.maxUsers';
    const text = `${maxUsers} users are more than the ${quota} connections of ${associations === 1 ? '1 association' : `${associations} associations`}; ${fix}`;
    return [stage.problem(text, ['vpn', 'maxUsers'], ['vpn', 'associations'])];
  });
