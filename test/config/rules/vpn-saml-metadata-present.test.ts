import { vpnWarnings } from '../vpn-stage';

describe('metadata that a VPN waits for', () => {
  it('is not spoken of when it is there', () => {
    expect(vpnWarnings()).toEqual([]);
  });

  it('is a warning that names the runbook when the file is not there yet', () => {
    expect(vpnWarnings({}, {})).toEqual([
      'environments/two.yaml:10:25  vpn.saml.metadataFile: environments/saml/two.xml is not there yet; the stage is deployed without its VPN until you follow docs/runbooks/client-vpn-saml.md',
    ]);
  });

  it('is the same warning when no file is named', () => {
    expect(vpnWarnings({ saml: null }, {})).toEqual([
      expect.stringMatching(/no SAML metadata is named; .*docs\/runbooks\/client-vpn-saml\.md$/),
    ]);
  });
});
