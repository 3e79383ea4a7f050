import { vpnProblems } from '../vpn-stage';

const ROOT = 'arn:aws:acm:eu-west-1:111122223333:certificate/clients';
/** What makes the VPN of the fixture one with certificates. */
const mutualTls = {
  authentication: 'mutualTls',
  mutualTlsReason: 'the identity provider comes next year',
  rootCertificateChainArn: ROOT,
  access: null,
  saml: null,
};

describe('a VPN with SAML', () => {
  it('may have groups and a portal with an application of its own', () => {
    const saml = '{ metadataFile: saml/two.xml, portalMetadataFile: saml/portal.xml }';
    expect(vpnProblems({ saml, selfServicePortal: 'true' })).toEqual([]);
  });

  it('fails without groups, with which nobody gets anywhere', () => {
    expect(vpnProblems({ access: null })).toEqual([
      'environments/two.yaml:8:1  vpn.access: nobody may go anywhere through this VPN; add a group, such as data-engineers: [emr]',
    ]);
  });

  it('fails with an authority of client certificates, which nothing reads', () => {
    expect(vpnProblems({ rootCertificateChainArn: ROOT })).toEqual([
      expect.stringMatching(/vpn\.rootCertificateChainArn: has no effect with authentication saml; write /),
    ]);
  });

  it('fails with a reason for certificates, which it does not take', () => {
    expect(vpnProblems({ mutualTlsReason: 'the identity provider comes next year' })).toEqual([
      expect.stringMatching(/vpn\.mutualTlsReason: has no effect with authentication saml; write /),
    ]);
  });

  it('fails with metadata for a portal that is off', () => {
    const saml = '{ metadataFile: saml/two.xml, portalMetadataFile: saml/portal.xml }';
    expect(vpnProblems({ saml })).toEqual([
      expect.stringMatching(/vpn\.saml\.portalMetadataFile: has no effect without the portal; write /),
    ]);
  });

  it('fails for a group that may go nowhere, or to a place that is not known', () => {
    expect(vpnProblems({ access: '{ devs: [] }' })).toHaveLength(1);
    expect(vpnProblems({ access: '{ devs: [ssh] }' })).toEqual([
      expect.stringContaining('vpn.access.devs[0]: expected'),
    ]);
  });

  it('fails for a group whose name is code for Terraform', () => {
    expect(vpnProblems({ access: "{ '${1+1}': [emr] }" })).not.toEqual([]);
  });
});

describe('a VPN with certificates', () => {
  it('may have an authority that signs them', () => {
    expect(vpnProblems(mutualTls)).toEqual([]);
  });

  it('fails without one', () => {
    expect(vpnProblems({ ...mutualTls, rootCertificateChainArn: null })).toEqual([
      expect.stringMatching(
        /vpn\.authentication: mutualTls needs the authority .*; add vpn\.rootCertificateChainArn$/,
      ),
    ]);
  });

  it('fails with groups, which certificates do not know', () => {
    expect(vpnProblems({ ...mutualTls, access: '{ devs: [emr] }' })).toEqual([
      expect.stringMatching(/vpn\.access: certificates know no groups.*write authentication: saml$/),
    ]);
  });

  it('fails with the portal, which AWS does not have for it', () => {
    expect(vpnProblems({ ...mutualTls, selfServicePortal: 'true' })).toEqual([
      expect.stringMatching(/vpn\.selfServicePortal: AWS has no self-service portal for mutualTls/),
    ]);
  });
});
