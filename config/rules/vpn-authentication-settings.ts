import type { Path } from '../source/location';
import type { Problem } from '../problem';
import type { Rule } from './rule';
import { type VpnSection, vpns } from './vpn-sections';

/** A VPN has what its kind of authentication needs, and nothing that only the other kind reads. */
export const vpnAuthenticationSettings: Rule = (landscape) =>
  vpns(landscape).flatMap((section) =>
    section.vpn.authentication === 'mutualTls'
      ? mutualTlsProblems(section)
      : section.vpn.authentication === 'saml'
        ? samlProblems(section)
        : [],
  );

const ACCESS: Path = ['vpn', 'access'];
const ROOT: Path = ['vpn', 'rootCertificateChainArn'];
const REASON: Path = ['vpn', 'mutualTlsReason'];
const PORTAL: Path = ['vpn', 'selfServicePortal'];
const AUTHENTICATION: Path = ['vpn', 'authentication'];

function mutualTlsProblems({ stage, vpn }: VpnSection): Problem[] {
  const problems: Problem[] = [];
  if (stage.lacks(...ROOT)) {
    const text =
      'mutualTls needs the authority that signs client certificates; add vpn.rootCertificateChainArn';
    problems.push(stage.problem(text, AUTHENTICATION));
  }
  if (Object.keys(vpn.access ?? {}).length > 0) {
    const text =
      'certificates know no groups, so with mutualTls access cannot be given to any; remove the groups, or write authentication: saml';
    problems.push(stage.problem(text, ACCESS, AUTHENTICATION));
  }
  if (vpn.selfServicePortal === true) {
    const text = 'AWS has no self-service portal for mutualTls; write selfServicePortal: false';
    problems.push(stage.problem(text, PORTAL, AUTHENTICATION));
  }
  return problems;
}

function samlProblems({ stage, vpn }: VpnSection): Problem[] {
  const problems: Problem[] = [];
  for (const path of [ROOT, REASON].filter((given) => stage.gives(...given))) {
    const text =
      'has no effect with authentication saml; write authentication: mutualTls, or remove the line';
    problems.push(stage.problem(text, path, AUTHENTICATION));
  }
  if (stage.lacks(...ACCESS)) {
    const text = 'nobody may go anywhere through this VPN; add a group, such as data-engineers: [emr]';
    problems.push(stage.problem(text, ACCESS));
  }
  if (stage.gives('vpn', 'saml', 'portalMetadataFile') && vpn.selfServicePortal === false) {
    const text = 'has no effect without the portal; write selfServicePortal: true, or remove the line';
    problems.push(stage.problem(text, ['vpn', 'saml', 'portalMetadataFile'], PORTAL));
  }
  return problems;
}
