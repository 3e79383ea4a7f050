import { vpnFindings, vpnProblems } from '../vpn-stage';

const CERTIFICATES = {
  authentication: 'mutualTls',
  rootCertificateChainArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/clients',
  access: null,
  saml: null,
};

describe('certificates instead of users', () => {
  it('may be what a stage takes that says why', () => {
    expect(vpnProblems({ ...CERTIFICATES, mutualTlsReason: 'our partner has no identity provider' })).toEqual(
      [],
    );
  });

  it('may be what a disposable stage takes, which is warned', () => {
    const { problems, warnings } = vpnFindings(CERTIFICATES, {}, ['disposable: true']);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('vpn.authentication: with certificates the endpoint knows no users'),
    ]);
  });

  it('fail in a stage that is not, and gives no reason', () => {
    expect(vpnProblems(CERTIFICATES)).toEqual([
      'environments/two.yaml:11:19  vpn.authentication: with certificates the endpoint knows no users, and this stage is not disposable; write authentication: saml, or say in mutualTlsReason why it must be certificates',
    ]);
  });

  it('fail with a reason that is none', () => {
    expect(vpnProblems({ ...CERTIFICATES, mutualTlsReason: 'because' })).toEqual([
      'environments/two.yaml:13:20  vpn.mutualTlsReason: expected a sentence that says why, of at least 10 characters, found "because"',
    ]);
  });
});
