import type { Problem } from '../problem';
import type { Path } from '../source/location';
import type { Rule } from './rule';
import { type VpnSection, vpns } from './vpn-sections';

const CERTIFICATE: Path = ['vpn', 'serverCertificate'];
const ARN: Path = [...CERTIFICATE, 'arn'];
const DOMAIN: Path = [...CERTIFICATE, 'domain'];
const ZONE: Path = [...CERTIFICATE, 'hostedZoneId'];

/** A VPN has a server certificate: one that is in ACM, in its region, or one that ACM makes for a domain. */
export const vpnServerCertificate: Rule = (landscape) =>
  vpns(landscape).flatMap((section) => [...formProblems(section), ...regionProblems(section)]);

function formProblems({ stage }: VpnSection): Problem[] {
  const text = 'give either arn, or domain and hostedZoneId';
  if (stage.gives(...ARN)) {
    const other = [DOMAIN, ZONE].find((path) => stage.gives(...path));
    return other ? [stage.problem(`has no effect beside arn; ${text}`, other, ARN)] : [];
  }
  if (stage.lacks(...ARN) && stage.lacks(...DOMAIN) && stage.lacks(...ZONE))
    return [stage.problem(`AWS makes no endpoint without a certificate; ${text}`, CERTIFICATE)];
  if (stage.lacks(...ZONE))
    return [stage.problem('ACM needs a hosted zone to prove the domain in; add hostedZoneId', DOMAIN)];
  if (stage.lacks(...DOMAIN)) return [stage.problem('names no domain to certify; add domain', ZONE)];
  return [];
}

function regionProblems({ stage, vpn }: VpnSection): Problem[] {
  const { region } = stage.config;
  const arns: [Path, string | undefined][] = [
    [ARN, vpn.serverCertificate?.arn],
    [['vpn', 'rootCertificateChainArn'], vpn.rootCertificateChainArn],
  ];
  return arns.flatMap(([path, arn]) => {
    const other = arn?.split(':')[3];
    if (region === undefined || other === undefined || other === region) return [];
    const text = `the certificate is in ${other} and the endpoint in ${region}; have one made in ${region}`;
    return [stage.problem(text, path, ['region'])];
  });
}
