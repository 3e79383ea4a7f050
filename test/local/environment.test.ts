import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cloudEnvironment, withoutAwsHosts } from '../../local/environment';
import { temporaryFolder } from './cloud-under-test';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(path.join(folder, 'ca.pem'), 'OUR CERTIFICATE\n');
});
afterEach(() => rm(folder, { recursive: true }));

const environment = (base: NodeJS.ProcessEnv = {}) => cloudEnvironment({ folder, proxyPort: 4000 }, base);

test('every client is sent to the proxy and trusts its certificate', async () => {
  expect(await environment()).toMatchObject({
    HTTPS_PROXY: 'http://127.0.0.1:4000',
    https_proxy: 'http://127.0.0.1:4000',
    AWS_CA_BUNDLE: path.join(folder, 'ca.pem'),
    AWS_EC2_METADATA_DISABLED: 'true',
    LZ_LOCAL_CLOUD: '1',
    CDKTF_OUTPUT: path.join(folder, 'cdktf.out'),
  });
});

test('nothing of the user leads to a real account or to another emulator', async () => {
  const theirs = {
    AWS_PROFILE: 'work', AWS_DEFAULT_PROFILE: 'work', AWS_SESSION_TOKEN: 't', AWS_ROLE_ARN: 'r', AWS_WEB_IDENTITY_TOKEN_FILE: 'f',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: 'u', AWS_ENDPOINT_URL: 'e', AWS_ENDPOINT_URL_S3: 'e',
  }; // prettier-ignore
  const found = await environment({
    ...theirs,
    AWS_ACCESS_KEY_ID: 'real',
    AWS_SECRET_ACCESS_KEY: 'real',
    AWS_CONFIG_FILE: '/home/me/.aws/config',
  });
  for (const name of Object.keys(theirs)) expect(found).not.toHaveProperty([name]);
  expect([found.AWS_ACCESS_KEY_ID, found.AWS_SECRET_ACCESS_KEY]).toEqual(['LOCALCLOUD', 'LOCALCLOUD']);
  expect(await readFile(found.AWS_CONFIG_FILE ?? '', 'utf8')).toBe('');
  expect(found.AWS_SHARED_CREDENTIALS_FILE).toBe(found.AWS_CONFIG_FILE);
});

test.each([
  [{}, 'eu-west-1'],
  [{ AWS_REGION: 'us-east-2' }, 'us-east-2'],
  [{ AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
])('the region of the user is kept: %j', async (base, region) => {
  expect(await environment(base)).toMatchObject({ AWS_REGION: region });
});

test.each([
  [{}, '400'],
  [{ GOGC: '50' }, '50'],
])('Terraform collects garbage less often, unless the user says how often: %j', async (base, often) => {
  expect(await environment(base)).toMatchObject({ GOGC: often });
});

test("Node goes on trusting the user's own extra certificates", async () => {
  const theirs = path.join(folder, 'theirs.pem');
  await writeFile(theirs, 'THEIR CERTIFICATE\n');
  const { NODE_EXTRA_CA_CERTS } = await environment({ NODE_EXTRA_CA_CERTS: theirs });
  expect(await readFile(NODE_EXTRA_CA_CERTS ?? '', 'utf8')).toBe('OUR CERTIFICATE\nTHEIR CERTIFICATE\n');
});

test.each([
  ['', ''],
  ['*', ''],
  ['.amazonaws.com,internal.acme.io', 'internal.acme.io,'],
  ['*.s3.eu-west-1.amazonaws.com 10.0.0.0/8', '10.0.0.0/8,'],
  ['com,api.aws,acme.com', 'acme.com,'],
])('NO_PROXY=%s cannot lead AWS calls past the proxy', (given, kept) => {
  expect(withoutAwsHosts(given)).toBe(`${kept}127.0.0.1,localhost,::1`);
});
