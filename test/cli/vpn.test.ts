import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECT, stageFile, writeFolder } from '../config/environment-folder';
import { METADATA } from '../config/vpn-stage';
import { runLz } from './run-lz';

const VPN = [
  'vpn:',
  '  clientCidr: 10.250.0.0/22',
  '  saml: { metadataFile: saml/two.xml }',
  '  serverCertificate: { domain: vpn.two.acme.io, hostedZoneId: Z0123456789ABC }',
  '  access: { data-engineers: [emr] }',
];

/** A machine with nothing that could be taken for credentials. */
const NOBODY = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
  ...Object.fromEntries(
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE'].map((name) => [
      name,
      '',
    ]),
  ),
};

function folder(hasMetadata: boolean): string {
  const root = writeFolder({ ...CORRECT, 'two.yaml': stageFile('two', '10.2.0.0/16', ...VPN) });
  if (hasMetadata) {
    mkdirSync(join(root, 'environments/saml'));
    writeFileSync(join(root, 'environments/saml/two.xml'), METADATA);
  }
  return root;
}

describe('lz vpn profile', () => {
  it('fails for a stage without a VPN, and says where to read on', async () => {
    expect(await runLz(folder(true), ['vpn', 'profile', 'one'])).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'lz: one has no VPN; give it one in environments/one.yaml, see docs/modules/client-vpn.md\n',
    });
  });

  it('fails for a VPN that waits for its metadata, and names the runbook', async () => {
    expect(await runLz(folder(false), ['vpn', 'profile', 'two'])).toMatchObject({
      exitCode: 1,
      stderr:
        'lz: two has no VPN yet: its SAML metadata is not there; follow docs/runbooks/client-vpn-saml.md\n',
    });
  });

  it('fails without credentials, and says how to get some', async () => {
    expect(await runLz(folder(true), ['vpn', 'profile', 'two'], NOBODY)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^lz: no usable AWS credentials to list the accounts of the organization; sign in to the management account/,
      ) as unknown,
    });
  });

  it('fails for a stage that does not exist, with the nearest one', async () => {
    expect(await runLz(folder(true), ['vpn', 'profile', 'twoo'])).toMatchObject({
      exitCode: 1,
      stderr: 'lz: no stage "twoo"; did you mean two? The stages are one, two\n',
    });
  });
});
