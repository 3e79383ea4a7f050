import { FOLDER } from '../source/environment-files';
import type { Rule } from './rule';
import { isMissing, samlFiles } from './vpn-saml-files';
import { vpns } from './vpn-sections';

/**
 * A warning: the first deployment of an organization cannot have the metadata yet, since AWS has no API for the
 * SAML application that it comes from. The stage is deployed without its VPN until then.
 */
export const vpnSamlMetadataPresent: Rule = (landscape) => {
  const advice = 'the stage is deployed without its VPN until you follow docs/runbooks/client-vpn-saml.md';
  const unnamed = vpns(landscape)
    .filter(({ stage, vpn }) => vpn.authentication === 'saml' && stage.lacks('vpn', 'saml', 'metadataFile'))
    .map(({ stage }) =>
      stage.problem(`no SAML metadata is named; ${advice}`, ['vpn', 'saml', 'metadataFile']),
    );
  const missing = samlFiles(landscape)
    .filter(({ file }) => isMissing(file))
    .map(({ stage, path, name }) => stage.problem(`${FOLDER}/${name} is not there yet; ${advice}`, path));
  return [...unnamed, ...missing];
};
