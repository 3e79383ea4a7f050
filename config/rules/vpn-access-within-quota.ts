import { CLIENT_VPN_LIMITS } from '../limits/client-vpn';
import type { Rule } from './rule';
import { vpns } from './vpn-sections';

/** There are no more groups than an endpoint has room for: each takes a rule per private subnet, and one for DNS. */
export const vpnAccessWithinQuota: Rule = (landscape) =>
  vpns(landscape).flatMap(({ stage, vpn: { access } }) => {
    const zones = stage.config.network?.zones;
    if (access === undefined || zones === undefined) return [];
    const quota = Math.floor(CLIENT_VPN_LIMITS.authorizationRules / (zones + 1));
    const groups = Object.keys(access).length;
    if (groups <= quota) return [];
    const text = `${groups} groups are more than the ${quota} for which AWS's ${CLIENT_VPN_LIMITS.authorizationRules} authorization rules of an endpoint suffice in ${zones} zones; put groups together in IAM Identity Center`;
    return [stage.problem(text, ['vpn', 'access'])];
  });
