import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, readConfig } from '../../../config';
import { CORRECT, stageFile, writeFolder } from '../environment-folder';
import { METADATA, vpnProblems } from '../vpn-stage';

const withMetadata = (text: string) => vpnProblems({}, { 'saml/two.xml': text });

afterEach(() => jest.useRealTimers());

describe('the metadata of a VPN', () => {
  it("may be an identity provider's", () => {
    expect(withMetadata(METADATA)).toEqual([]);
  });

  it('may be not there yet', () => {
    expect(vpnProblems({}, {})).toEqual([]);
  });

  it('fails when its certificate has ended, and names the file', () => {
    jest.useFakeTimers({ now: new Date('2100-01-01T00:00:00Z') });
    expect(withMetadata(METADATA)).toEqual([
      'environments/two.yaml:10:25  vpn.saml.metadataFile: environments/saml/two.xml has a certificate that ended on 2099-12-31; download it as in docs/runbooks/client-vpn-saml.md',
    ]);
  });

  it("fails for the application's own metadata", () => {
    expect(withMetadata(METADATA.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'))).toEqual([
      expect.stringContaining(
        'environments/saml/two.xml describes no identity provider (no IDPSSODescriptor)',
      ),
    ]);
  });

  it('fails for a file that cannot be read', () => {
    const root = writeFolder({
      ...CORRECT,
      'two.yaml': stageFile(
        'two',
        '10.2.0.0/16',
        'vpn:',
        '  clientCidr: 10.250.0.0/22',
        '  saml: { metadataFile: two.xml }',
        '  serverCertificate: { domain: vpn.acme.io, hostedZoneId: Z1 }',
        '  access: { devs: [emr] }',
      ),
    });
    mkdirSync(join(root, 'environments/two.xml'));
    expect(readConfig(root).problems.map(formatProblem)).toEqual([
      expect.stringContaining('environments/two.xml cannot be read (EISDIR)'),
    ]);
  });

  it.each(['../two.xml', '/etc/two.xml', 'saml/../../two.xml', 'two.txt', 'saml\\two.xml'])(
    'fails outside of environments/, as %s',
    (metadataFile) => {
      expect(vpnProblems({ saml: `{ metadataFile: '${metadataFile}' }` })).toEqual([
        expect.stringContaining(
          'vpn.saml.metadataFile: expected the path of an XML file below environments/',
        ),
      ]);
    },
  );
});
