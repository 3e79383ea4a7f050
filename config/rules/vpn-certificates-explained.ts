import type { Rule } from './rule';
import { vpns } from './vpn-sections';

/** A stage that is to last, and lets in whoever has a certificate, says why: certificates name nobody. */
export const vpnCertificatesExplained: Rule = (landscape) =>
  vpns(landscape).flatMap(({ stage, vpn }) => {
    const isExplained = stage.config.disposable !== false || stage.gives('vpn', 'mutualTlsReason');
    if (vpn.authentication !== 'mutualTls' || isExplained) return [];
    const text =
      'with certificates the endpoint knows no users, and this stage is not disposable; write authentication: saml, or say in mutualTlsReason why it must be certificates';
    return [stage.problem(text, ['vpn', 'authentication'])];
  });
