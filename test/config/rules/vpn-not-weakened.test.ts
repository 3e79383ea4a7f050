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
        rootCertificateChainArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/clients',
        access: null,
        saml: null,
      },
      'vpn.authentication: with certificates the endpoint knows no users',
    ],
    ['sessions of a whole day', { sessionHours: '24' }, 'vpn.sessionHours: a session of 24 hours outlasts'],
    [
      'a tunnel for everything',
      { fullTunnelReason: 'auditors ask for it' },
      'vpn.fullTunnelReason: all traffic of connected machines goes into the VPN',
    ],
  ])('is one with %s', (_, settings, text) => {
    expect(vpnWarnings(settings)).toEqual([expect.stringContaining(text)]);
  });
});
