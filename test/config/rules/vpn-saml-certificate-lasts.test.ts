import { vpnWarnings } from '../vpn-stage';

afterEach(() => jest.useRealTimers());

describe('the certificate in the metadata of a VPN', () => {
  it('is not spoken of two months before it ends', () => {
    jest.useFakeTimers({ now: new Date('2099-10-30T00:00:00Z') });
    expect(vpnWarnings()).toEqual([]);
  });

  it('is a warning after that', () => {
    jest.useFakeTimers({ now: new Date('2099-11-15T00:00:00Z') });
    expect(vpnWarnings()).toEqual([
      expect.stringContaining(
        'vpn.saml.metadataFile: the certificate in environments/saml/two.xml ends on 2099-12-31, and with it every sign-in',
      ),
    ]);
  });
});
