import { readFileSync } from 'node:fs';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { certificatePath } from './cloud-files';
import type { CloudAddress } from './environment';
import type { StageAccess } from './stage-account';

/** A certificate to import, as PEM. */
export interface ImportedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  /** @default - it is signed by itself */
  readonly chain?: string;
}

/**
 * Imports a certificate into ACM of an account of a local cloud, as somebody would who has one made elsewhere.
 *
 * Source: https://docs.aws.amazon.com/acm/latest/APIReference/API_ImportCertificate.html
 *
 * @returns its ARN
 */
export async function importCertificate(
  cloud: CloudAddress,
  { credentials }: Pick<StageAccess, 'credentials'>,
  region: string,
  { certificate, privateKey, chain }: ImportedCertificate,
): Promise<string> {
  const base64 = (pem: string): string => Buffer.from(pem).toString('base64');
  const body = JSON.stringify({
    Certificate: base64(certificate),
    PrivateKey: base64(privateKey),
    ...(chain === undefined ? {} : { CertificateChain: base64(chain) }),
  });
  // The local cloud reads from a signature whose it is and does not verify it.
  const scope = `${credentials.accessKeyId}/20260101/${region}/acm/aws4_request`;
  const { status, text } = await post(cloud, `acm.${region}.amazonaws.com`, body, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'CertificateManager.ImportCertificate',
    'x-amz-security-token': credentials.sessionToken,
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
  });
  if (status !== 200) throw new Error(`the local cloud imports no certificate: ${status} ${text}`);
  return (JSON.parse(text) as { CertificateArn: string }).CertificateArn;
}

function post(
  cloud: CloudAddress,
  host: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status?: number; text: string }> {
  const agent = new HttpsProxyAgent(`http://127.0.0.1:${cloud.proxyPort}`);
  const ca = readFileSync(certificatePath(cloud.folder));
  return new Promise((resolve, reject) => {
    const request = https.request({ host, method: 'POST', path: '/', agent, ca, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
