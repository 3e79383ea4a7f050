import { vpnWarnings } from '../vpn-stage';

describe('a VPN that is weaker than it need be', () => {
  it('is not one with its defaults', () => {
    expect(vpnWarnings({ sessionHours: '12' })).toEqual([]);
  });

  it.each([
    [
      'certificates instead of users',
      {
        authentication: 'mutualTls',
        mutualTlsReason: 'the identity provider comes next year',
        rootCertificateChainArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/clients',
        access: null,
        saml: null,
      },
      'vpn.authentication: with certificates the endpoint knows no users',
    ],
    [
      'a tunnel for everything',
      { fullTunnelReason: 'auditors ask for it' },
      'vpn.fullTunnelReason: all traffic of connected machines goes into the VPN',
    ],
  ])('is one with %s', (_, settings, text) => {
    expect(vpnWarnings(settings)).toEqual([expect.stringContaining(text)]);
  });
});
