import { judgeMetadata } from '../saml/judge-metadata';
import { FOLDER } from '../source/environment-files';
import type { Rule } from './rule';
import { samlFiles } from './vpn-saml-files';

/** Metadata that is there is an identity provider's, with a certificate that is still good. */
export const vpnSamlMetadataUsable: Rule = (landscape) =>
  samlFiles(landscape).flatMap(({ stage, path, name, file }) => {
    const problem = (text: string) =>
      stage.problem(`${FOLDER}/${name} ${text}; download it as in docs/runbooks/client-vpn-saml.md`, path);
    switch (file.kind) {
      case 'missing':
        return [];
      case 'unreadable':
        return [problem(`cannot be read (${file.code})`)];
      case 'text': {
        const verdict = judgeMetadata(file.text, new Date());
        return 'problem' in verdict ? [problem(verdict.problem)] : [];
      }
    }
  });
