import type { VpnConfig } from '../schema/vpn';
import type { Attachments } from '../source/attachments';

/** Metadata of the SAML applications of a VPN, as XML. */
export interface SamlMetadata {
  readonly login: string;
  /** Of the self-service portal, when it has an application of its own. */
  readonly portal?: string;
}

/**
 * The metadata of a VPN's SAML applications, which people download by hand.
 *
 * @param attachments files below `environments/`
 * @returns undefined as long as one of the files that the stage names is not there, or it names none: the
 * endpoint cannot be made yet, and one made without the portal's would be replaced later
 */
export function readSamlMetadata(attachments: Attachments, { saml }: VpnConfig): SamlMetadata | undefined {
  const login = read(attachments, saml.metadataFile);
  const portal = read(attachments, saml.portalMetadataFile);
  if (login === undefined || (saml.portalMetadataFile !== undefined && portal === undefined))
    return undefined;
  return { login, portal };
}

function read(attachments: Attachments, path: string | undefined): string | undefined {
  const file = path === undefined ? undefined : attachments.file(path);
  return file && 'found' in file ? file.found.toString('utf8') : undefined;
}
