import { judgeMetadata } from '../saml/judge-metadata';
import { FOLDER } from '../source/environment-files';
import type { Rule } from './rule';
import { isMissing, samlFiles } from './vpn-saml-files';

/** Metadata that is there is an identity provider's, with a certificate that is still good. */
export const vpnSamlMetadataUsable: Rule = (landscape) =>
  samlFiles(landscape).flatMap(({ stage, path, name, file }) => {
    const problem = (text: string) =>
      stage.problem(`${FOLDER}/${name} ${text}; download it as in docs/runbooks/client-vpn-saml.md`, path);
    if ('errorCode' in file) return isMissing(file) ? [] : [problem(`cannot be read (${file.errorCode})`)];
    const verdict = judgeMetadata(file.found.toString('utf8'), new Date());
    return 'problem' in verdict ? [problem(verdict.problem)] : [];
  });
