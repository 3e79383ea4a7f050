import type { Problem } from '../problem';
import type { Rule } from './rule';
import { type VpnSection, vpns } from './vpn-sections';

/** Warnings: what a VPN may have on purpose, and is weaker or more annoying for. */
export const vpnNotWeakened: Rule = (landscape) => vpns(landscape).flatMap(weaknesses);

function weaknesses({ stage, vpn }: VpnSection): Problem[] {
  const problems: Problem[] = [];
  if (vpn.authentication === 'mutualTls') {
    const text =
      'with certificates the endpoint knows no users: the log cannot say who connected, and whoever has a certificate gets in until it is revoked; saml is for people';
    problems.push(stage.problem(text, ['vpn', 'authentication']));
  }
  if (vpn.fullTunnelReason !== undefined) {
    const text =
      'all traffic of connected machines goes into the VPN, which leads nowhere but into the VPC: they have no internet meanwhile';
    problems.push(stage.problem(text, ['vpn', 'fullTunnelReason']));
  }
  return problems;
}
