import { judgeMetadata } from '../saml/judge-metadata';
import { FOLDER } from '../source/environment-files';
import type { Rule } from './rule';
import { samlFiles } from './vpn-saml-files';

/** Days before its end at which a certificate is worth a word: time enough to get a new one to every stage. */
const NOTICE_DAYS = 60;

/** A warning: when the certificate ends nobody can sign in any more, and no stage can be deployed. */
export const vpnSamlCertificateLasts: Rule = (landscape) => {
  const now = new Date();
  return samlFiles(landscape).flatMap(({ stage, path, name, file }) => {
    const verdict = 'found' in file ? judgeMetadata(file.found.toString('utf8'), now) : undefined;
    if (!verdict || 'problem' in verdict) return [];
    const days = Math.floor((verdict.expires.getTime() - now.getTime()) / (24 * 60 * 60 * 1000));
    if (days > NOTICE_DAYS) return [];
    const text = `the certificate in ${FOLDER}/${name} ends on ${verdict.expires.toISOString().slice(0, 10)}, and with it every sign-in; see "Before the certificate ends" in docs/runbooks/client-vpn-saml.md`;
    return [stage.problem(text, path)];
  });
};
