import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { emrCertificateFile, makeEmrCertificates, nodeDomain } from '../../stacks/emr-certificate';
import { environmentConfig } from '../support/config';

let folder: string;
let outdir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-emr-tls-'));
  outdir = join(folder, 'cdktf.out');
});

afterEach(() => rmSync(folder, { recursive: true }));

const sandbox = environmentConfig('sandbox');
const file = () => join(folder, '.state/emr-tls/sandbox/1.zip');

function pems(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file()))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

function certificates(pem: string | undefined): X509Certificate[] {
  return (pem?.match(/-----BEGIN[^]*?-----END CERTIFICATE-----/g) ?? []).map(
    (one) => new X509Certificate(one),
  );
}

describe('the certificate of EMR nodes', () => {
  it('lies where Terraform, run in the folder of the stack, finds it', async () => {
    await makeEmrCertificates(outdir, [sandbox]);
    expect(join(outdir, 'stacks/sandbox', emrCertificateFile(sandbox))).toBe(file());
    expect(statSync(file()).mode & 0o077).toBe(0);
  });

  it('has the three files EMR looks for', async () => {
    await makeEmrCertificates(outdir, [sandbox]);
    expect(Object.keys(pems()).sort()).toEqual([
      'certificateChain.pem',
      'privateKey.pem',
      'trustedCertificates.pem',
    ]);
  });

  it('belongs to every node of the region and to the key beside it', async () => {
    await makeEmrCertificates(outdir, [sandbox]);
    const [node] = certificates(pems()['certificateChain.pem']);
    expect(node?.checkHost('ip-10-20-0-7.eu-west-1.compute.internal')).toBeDefined();
    expect(node?.checkHost('example.com')).toBeUndefined();
    expect(node?.checkPrivateKey(createPrivateKey(pems()['privateKey.pem'] ?? ''))).toBe(true);
    expect(node?.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('is trusted through an authority whose key is not kept', async () => {
    await makeEmrCertificates(outdir, [sandbox]);
    const [node, authority] = certificates(pems()['certificateChain.pem']);
    const [trusted] = certificates(pems()['trustedCertificates.pem']);
    expect(trusted?.fingerprint256).toBe(authority?.fingerprint256);
    expect(authority && node?.verify(authority.publicKey)).toBe(true);
    expect(authority && node?.checkIssued(authority)).toBe(true);
    expect(trusted?.checkPrivateKey(createPrivateKey(pems()['privateKey.pem'] ?? ''))).toBe(false);
  });

  it('stays as it is once it is there', async () => {
    await makeEmrCertificates(outdir, [sandbox]);
    const first = readFileSync(file());
    await makeEmrCertificates(outdir, [sandbox]);
    expect(readFileSync(file())).toEqual(first);
  });

  it('is one when two runs make it at once', async () => {
    await Promise.all([makeEmrCertificates(outdir, [sandbox]), makeEmrCertificates(outdir, [sandbox])]);
    expect(readdirSync(join(folder, '.state/emr-tls/sandbox'))).toEqual(['1.zip']);
  });

  it('is a new file when the generation is raised', () => {
    const next = environmentConfig('sandbox', { emr: { certificateGeneration: 2 } });
    expect(emrCertificateFile(next)).toBe('../../../.state/emr-tls/sandbox/2.zip');
  });
});

describe('the domain of nodes', () => {
  it.each([
    ['us-east-1', 'ec2.internal'],
    ['eu-west-1', 'eu-west-1.compute.internal'],
  ])('in %s is %s', (region, domain) => {
    expect(nodeDomain(region)).toBe(domain);
  });
});
