import { randomBytes, webcrypto } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EnvironmentConfig } from '../config';
import { LOCAL_STATE_FOLDER } from './state-backend';

/**
 * Path of a stage's certificate for encryption between EMR nodes, seen from the folder of its stack: where
 * Terraform runs, and the same text on every machine. Beside local state, which is ignored by git and, on
 * the local cloud, thrown away with it.
 */
export function emrCertificateFile({ stage, emr }: EnvironmentConfig): string {
  return `${LOCAL_STATE_FOLDER}/emr-tls/${stage}/${emr.certificateGeneration}.zip`;
}

/**
 * Makes the certificates of stages that have none on this machine. Only the machine that deploys a stage for
 * the first time uploads its file; the files of others are never used.
 *
 * @param outdir folder that cdktf writes to
 */
export async function makeEmrCertificates(
  outdir: string,
  stages: readonly EnvironmentConfig[],
): Promise<void> {
  for (const environment of stages) {
    const file = join(outdir, 'stacks', environment.stage, emrCertificateFile(environment));
    if (!existsSync(file)) writeOnce(file, await certificateZip(nodeDomain(environment.region)));
  }
}

/**
 * Domain of the nodes' private names. Source: "Instance hostname types for Amazon EC2 instances"
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html).
 */
export function nodeDomain(region: string): string {
  return region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
}

/** Ten years: longer than any cluster, and replaced by raising `emr.certificateGeneration`. */
const VALIDITY_DAYS = 3650;

const KEY_ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/**
 * The zip EMR asks for: a key, a certificate for all nodes, and the authority that signed it. The
 * authority's own key is never written down, so nobody can make another certificate that nodes trust.
 *
 * Source: "Providing certificates for encrypting data in transit with Amazon EMR encryption"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-encryption-certificates.html).
 */
async function certificateZip(domain: string): Promise<Uint8Array> {
  // Loaded when needed only: most runs find their files and should not wait for this.
  const [x509, { strToU8, zipSync }] = await Promise.all([import('@peculiar/x509'), import('fflate')]);
  const [authorityKeys, nodeKeys] = await Promise.all([generateKeys(), generateKeys()]);
  const notBefore = new Date();
  const notAfter = new Date(notBefore.getTime() + VALIDITY_DAYS * 24 * 60 * 60 * 1000);
  const common = { notBefore, notAfter, signingAlgorithm: KEY_ALGORITHM };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...common,
    serialNumber: serialNumber(),
    name: `CN=EMR nodes in ${domain}`,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey, false),
    ],
  });
  const node = await x509.X509CertificateGenerator.create({
    ...common,
    serialNumber: serialNumber(),
    subject: `CN=*.${domain}`,
    issuer: authority.subject,
    publicKey: nodeKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment,
        true,
      ),
      // Each node is server and client of the others.
      new x509.ExtendedKeyUsageExtension([
        x509.ExtendedKeyUsage.serverAuth,
        x509.ExtendedKeyUsage.clientAuth,
      ]),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: `*.${domain}` }]),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey, false),
    ],
  });
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', nodeKeys.privateKey);
  return zipSync({
    'privateKey.pem': strToU8(x509.PemConverter.encode(privateKey, 'PRIVATE KEY')),
    'certificateChain.pem': strToU8(`${node.toString('pem')}\n${authority.toString('pem')}`),
    'trustedCertificates.pem': strToU8(authority.toString('pem')),
  });
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
}

/** Twenty digits at most and positive: RFC 5280, 4.1.2.2. */
function serialNumber(): string {
  return `01${randomBytes(15).toString('hex')}`;
}

/** Two runs at once end with one file: the second leaves the first's alone. */
function writeOnce(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content, { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
}
