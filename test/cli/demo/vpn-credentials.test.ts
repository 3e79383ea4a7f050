import { createPrivateKey, X509Certificate } from 'node:crypto';
import { makeVpnCredentials, type VpnCredentials } from '../../../cli/demo/vpn-credentials';
import { judgeMetadata } from '../../../config/saml/judge-metadata';

describe('what the demo makes up for a VPN', () => {
  let made: VpnCredentials;

  beforeAll(async () => {
    made = await makeVpnCredentials('vpn.sandbox.example.com');
  });

  it('is a certificate for the domain with the key that it belongs to, of a size that Client VPN takes', () => {
    const certificate = new X509Certificate(made.server.certificate);
    const key = createPrivateKey(made.server.privateKey);
    expect(certificate.checkHost('vpn.sandbox.example.com')).toBe('vpn.sandbox.example.com');
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('is metadata that passes for that of IAM Identity Center', () => {
    expect(judgeMetadata(made.samlMetadata, new Date())).toHaveProperty('expires');
  });
});
