import { writeFile } from 'node:fs/promises';
import { generateCACertificate } from 'mockttp';
import { AWS_DOMAINS } from './aws-host';
import { certificatePath } from './cloud-files';

export interface CertificateAuthority {
  readonly key: string;
  readonly certificate: string;
  /** PEM file with the certificate, for `AWS_CA_BUNDLE`. */
  readonly path: string;
}

/**
 * Makes the certificate authority of one cloud. It can vouch for AWS host names only, and its key is never
 * written down: it dies with the cloud.
 */
export async function createCertificateAuthority(folder: string): Promise<CertificateAuthority> {
  const { key, cert } = await generateCACertificate({
    subject: { commonName: 'landing-zone local cloud', organizationName: 'landing-zone' },
    nameConstraints: { permitted: [...AWS_DOMAINS] },
  });
  const file = certificatePath(folder);
  await writeFile(file, cert);
  return { key, certificate: cert, path: file };
}
