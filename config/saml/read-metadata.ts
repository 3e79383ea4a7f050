import type { VpnConfig } from '../schema/vpn';
import { readCompanionFile } from '../source/companion-file';

/** Metadata of the SAML applications of a VPN, as XML. */
export interface SamlMetadata {
  readonly login: string;
  /** Of the self-service portal, when it has an application of its own. */
  readonly portal?: string;
}

/**
 * The metadata of a VPN's SAML applications, which people download by hand.
 *
 * @param root folder that holds `environments/`
 * @returns undefined as long as one of the files that the stage names is not there, or it names none: the
 * endpoint cannot be made yet, and one made without the portal's would be replaced later
 */
export function readSamlMetadata(root: string, { saml }: VpnConfig): SamlMetadata | undefined {
  const login = read(root, saml.metadataFile);
  const portal = read(root, saml.portalMetadataFile);
  if (login === undefined || (saml.portalMetadataFile !== undefined && portal === undefined))
    return undefined;
  return { login, portal };
}

function read(root: string, path: string | undefined): string | undefined {
  const file = path === undefined ? undefined : readCompanionFile(root, path);
  return file?.kind === 'text' ? file.text : undefined;
}
