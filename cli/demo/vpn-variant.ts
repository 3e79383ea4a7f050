import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { EnvironmentConfig } from '../../config';
import { enterAccount, importCertificate, type PrivateCloud } from '../../local';
import { accountOf } from '../stage-account';
import { makeVpnCredentials } from './vpn-credentials';

/** Group of IAM Identity Center that may use the VPN of the demo. */
export const VPN_GROUP = 'data-engineers';

/** In the range that the shipped files leave free for VPNs; clashes with one of your own are named as any other. */
const CLIENT_CIDR = '10.250.0.0/22';

const METADATA_FILE = 'saml/demo-vpn.xml';

/** Left out of the copy: what belongs to one checkout, and what is written anew. */
const OWN = new Set(['.git', '.lz', '.state', 'cdktf.out', 'environments']);

/**
 * Makes a variant of the repository in the folder of the cloud, so that it goes with the cloud: the same code, and a
 * copy of the environment files in which the stage has a VPN. The stage's account must be there, because the
 * certificate is imported into it.
 *
 * @returns the folder to run cdktf in
 */
export async function makeVpnVariant(
  root: string,
  cloud: PrivateCloud,
  environment: EnvironmentConfig,
): Promise<string> {
  const { stage, region } = environment;
  const folder = path.join(cloud.folder, 'with-vpn');
  await mkdir(folder);
  for (const name of await readdir(root))
    if (!OWN.has(name)) await symlink(path.join(root, name), path.join(folder, name));

  const environments = path.join(folder, 'environments');
  await cp(path.join(root, 'environments'), environments, { recursive: true });
  const { server, samlMetadata } = await makeVpnCredentials(`vpn.${stage}.example.com`);
  await mkdir(path.join(environments, path.dirname(METADATA_FILE)), { recursive: true });
  await writeFile(path.join(environments, METADATA_FILE), samlMetadata);

  const access = await enterAccount(cloud, accountOf(environment));
  const arn = await importCertificate(cloud, access, region, server);
  const file = path.join(environments, `${stage}.yaml`);
  const document = parseDocument(await readFile(file, 'utf8'));
  document.set('vpn', {
    clientCidr: CLIENT_CIDR,
    saml: { metadataFile: METADATA_FILE },
    serverCertificate: { arn },
    access: { [VPN_GROUP]: ['emr'] },
  });
  await writeFile(file, document.toString());
  return folder;
}
