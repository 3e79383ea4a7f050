import { vpnProblems } from '../vpn-stage';

const arnIn = (region: string) => `arn:aws:acm:${region}:111122223333:certificate/server`;

describe('the server certificate of a VPN', () => {
  it('may be in ACM already', () => {
    expect(vpnProblems({ serverCertificate: `{ arn: '${arnIn('eu-west-1')}' }` })).toEqual([]);
  });

  it.each([
    [
      'there is none',
      null,
      'vpn.serverCertificate: AWS makes no endpoint without a certificate; give either',
    ],
    [
      'there are two',
      `{ arn: '${arnIn('eu-west-1')}', domain: vpn.acme.io }`,
      'vpn.serverCertificate.domain: has no effect beside arn; give either',
    ],
    [
      'nothing proves the domain',
      '{ domain: vpn.acme.io }',
      'vpn.serverCertificate.domain: ACM needs a hosted zone to prove the domain in; add hostedZoneId',
    ],
    [
      'there is no domain',
      '{ hostedZoneId: Z1 }',
      'vpn.serverCertificate.hostedZoneId: names no domain to certify; add domain',
    ],
    [
      'it is in another region',
      `{ arn: '${arnIn('us-east-1')}' }`,
      'vpn.serverCertificate.arn: the certificate is in us-east-1 and the endpoint in eu-west-1; have one made in eu-west-1',
    ],
  ])('fails when %s', (_, serverCertificate, text) => {
    expect(vpnProblems({ serverCertificate })).toEqual([expect.stringContaining(text)]);
  });
});
