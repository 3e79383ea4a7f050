import { copyFileSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Attachments, type Config } from '../../config';
import { environmentConfig, organizationConfig } from './config';

const FIXTURE = join(__dirname, '../fixtures/saml/identity-center.xml');

/** Metadata as IAM Identity Center has it, with a certificate that is good until 2099-12-31. */
export const identityCenterMetadata = (): string => readFileSync(FIXTURE, 'utf8');

/** A VPN as a stage has it, with a certificate that ACM makes. */
export const SAML_VPN = {
  clientCidr: '10.250.0.0/22',
  saml: { metadataFile: 'saml/sandbox.xml' },
  serverCertificate: { domain: 'vpn.sandbox.acme.io', hostedZoneId: 'Z0123456789ABC' },
  access: { 'data-engineers': ['emr'] },
};

/** A VPN that lets in whoever has a certificate. */
export const CERTIFICATE_VPN = {
  clientCidr: '10.250.0.0/22',
  authentication: 'mutualTls',
  mutualTlsReason: 'for the days without an identity provider',
  rootCertificateChainArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/clients',
  serverCertificate: { arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/server' },
};

/** One stage, `sandbox`, with a VPN and metadata where it says. */
export function vpnConfig(
  vpn: Record<string, unknown> = SAML_VPN,
  overrides: Record<string, unknown> = {},
): Config {
  return {
    attachments: metadataIn('sandbox.xml', 'portal.xml'),
    organization: organizationConfig(),
    stages: [environmentConfig('sandbox', { vpn, ...overrides })],
  };
}

/** The files of the fixtures, with `saml/` and these in it besides. The folder is small, and left to the system to remove. */
export function metadataIn(...names: string[]): Attachments {
  const root = mkdtempSync(join(tmpdir(), 'lz-saml-'));
  cpSync(join(__dirname, '../fixtures/environments'), join(root, 'environments'), { recursive: true });
  mkdirSync(join(root, 'environments/saml'));
  for (const name of names) copyFileSync(FIXTURE, join(root, 'environments/saml', name));
  return new Attachments(root);
}

/** The same landing zone with two stages more, which have a VPN each: `connected` with SAML, `certified` without. */
export function withVpnStages(config: Config): Config {
  const stage = (name: string, number: number, vpn: object) =>
    environmentConfig(name, {
      network: { cidr: `10.${number}.0.0/16` },
      vpn: { ...vpn, clientCidr: `10.${number + 100}.0.0/22` },
    });
  const portal = { saml: { metadataFile: 'saml/vpn.xml', portalMetadataFile: 'saml/portal.xml' } };
  return {
    ...config,
    attachments: metadataIn('vpn.xml', 'portal.xml'),
    stages: [
      ...config.stages,
      stage('connected', 40, {
        ...SAML_VPN,
        ...portal,
        selfServicePortal: true,
        associations: 2,
        access: { 'data-engineers': ['emr'], 'the "A" team': ['emr'] },
      }),
      stage('certified', 41, CERTIFICATE_VPN),
    ],
  };
}
