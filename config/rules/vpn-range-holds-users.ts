import { CLIENT_VPN_LIMITS } from '../limits/client-vpn';
import { parseCidr } from '../network/cidr';
import { clientRanges } from './address-ranges';
import type { Rule } from './rule';
import { vpns } from './vpn-sections';

/** A VPN has addresses for everybody who is to be connected, of which AWS needs as many again for itself. */
export const vpnRangeHoldsUsers: Rule = (landscape) =>
  vpns(landscape).flatMap(({ stage, vpn }) => {
    const { clientCidr, maxUsers } = vpn;
    if (clientCidr === undefined || maxUsers === undefined) return [];
    const { text, prefix } = parseCidr(clientCidr);
    const needed = maxUsers * CLIENT_VPN_LIMITS.addressesPerUser;
    if (needed <= 2 ** (32 - prefix)) return [];
    // The range cannot be changed once the VPN is there; the number of users can.
    const range = clientRanges({ ...landscape, stages: [stage] })[0];
    const larger = range?.advice(32 - Math.ceil(Math.log2(needed))) ?? '';
    const addresses = (count: number) => count.toLocaleString('en');
    return [
      stage.problem(
        `${text} has ${addresses(2 ** (32 - prefix))} addresses, and ${addresses(maxUsers)} users need ${addresses(needed)}, since AWS cannot give out half of them; ${larger}, or lower vpn.maxUsers`,
        ['vpn', 'clientCidr'],
        ['vpn', 'maxUsers'],
      ),
    ];
  });
