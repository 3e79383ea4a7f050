import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type MirrorSearch, findMirror, mirrorEnvironment } from '../../local/provider-mirror';
import { temporaryFolder } from './cloud-under-test';

const wanted = { platform: 'linux_amd64', version: '5.100.0' };
let folder = '';
const search = (env: NodeJS.ProcessEnv = {}): MirrorSearch => ({
  env,
  cwd: `${folder}/work`,
  home: `${folder}/home`,
  roots: [`${folder}/opt`],
  shared: [`${folder}/share`],
});

beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(path.join(folder, 'cloud'));
});
afterEach(() => rm(folder, { recursive: true }));

async function unpacked(
  where: string,
  { version = '5.100.0', platform = 'linux_amd64' } = {},
): Promise<string> {
  const mirror = path.join(folder, where);
  await write(
    path.join(
      mirror,
      `registry.terraform.io/hashicorp/aws/${version}/${platform}/terraform-provider-aws_v${version}_x5`,
    ),
  );
  return mirror;
}

async function write(file: string, text = ''): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

test.each([
  'work/terraform.d/plugins',
  'home/.terraform.d/plugins',
  'home/.local/share/terraform/plugins',
  'share/terraform/plugins',
  'opt',
  'opt/tf-plugins',
  'opt/vendor/terraform',
])('a mirror is found in %s', async (where) => {
  const mirror = await unpacked(where);
  expect(await findMirror(wanted, search())).toEqual({ folder: mirror, isUnpacked: true });
});

test.each([
  ['XDG_DATA_HOME', 'xdg/terraform/plugins', 'xdg'],
  ['XDG_DATA_DIRS', 'two/terraform/plugins', 'one:two'],
  ['LZ_TERRAFORM_MIRROR', 'anywhere', 'anywhere'],
])('a mirror is found where %s points', async (name, where, value) => {
  const mirror = await unpacked(where);
  const env = { [name]: value.split(':').map((part) => path.join(folder, part)).join(':') }; // prettier-ignore
  expect(await findMirror(wanted, search(env))).toMatchObject({ folder: mirror });
});

test('a mirror of zip files is one, but not ready to run', async () => {
  const mirror = path.join(folder, 'opt/zips');
  await write(
    path.join(mirror, 'registry.terraform.io/hashicorp/aws/terraform-provider-aws_5.100.0_linux_amd64.zip'),
  );
  expect(await findMirror(wanted, search())).toEqual({ folder: mirror, isUnpacked: false });
  expect(await mirrorEnvironment(path.join(folder, 'cloud'), wanted, search())).not.toHaveProperty(
    'CDKTF_DISABLE_PLUGIN_CACHE_ENV',
  );
});

test.each([
  ['another version', { version: '6.0.0' }],
  ['another platform', { platform: 'darwin_arm64' }],
])('a mirror with %s only is passed over', async (_, what) => {
  await unpacked('opt/tf-plugins', what);
  expect(await findMirror(wanted, search())).toBeUndefined();
});

test('a tree three levels below /opt is not looked for', async () => {
  await unpacked('opt/one/two/three');
  expect(await findMirror(wanted, search())).toBeUndefined();
});

test('a mirror is put into a settings file of the cloud, for Terraform and for the locking of providers', async () => {
  const mirror = await unpacked('opt/tf-plugins');
  const file = path.join(folder, 'cloud/terraform.tfrc');
  expect(await mirrorEnvironment(path.join(folder, 'cloud'), wanted, search())).toEqual({
    TF_CLI_CONFIG_FILE: file,
    TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}`,
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: 'true',
  });
  const settings = await readFile(file, 'utf8');
  expect(settings).toContain(`path    = "${mirror}"`);
  expect(settings).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
});

test('other settings of the user are kept beside the mirror', async () => {
  await unpacked('opt/tf-plugins');
  await write(path.join(folder, 'home/.terraformrc'), 'disable_checkpoint = true');
  const { TF_CLI_CONFIG_FILE } = await mirrorEnvironment(path.join(folder, 'cloud'), wanted, search());
  expect(await readFile(TF_CLI_CONFIG_FILE ?? '', 'utf8')).toMatch(
    /^disable_checkpoint = true\nprovider_installation/,
  );
});

test.each(['home/.terraformrc', 'named-by-the-environment'])(
  'a user who has set up provider installation in %s is left alone',
  async (where) => {
    await unpacked('opt/tf-plugins');
    const file = await write(path.join(folder, where), 'provider_installation {\n  direct {}\n}\n');
    const env = where.startsWith('named') ? { TF_CLI_CONFIG_FILE: file } : {};
    expect(await mirrorEnvironment(path.join(folder, 'cloud'), wanted, search(env))).toEqual({});
  },
);

test('without a mirror nothing is set and Terraform downloads', async () => {
  expect(await mirrorEnvironment(path.join(folder, 'cloud'), wanted, search())).toEqual({});
});

test('a TF_CLI_CONFIG_FILE that names no file is unset, to spare the user its warning', async () => {
  const environment = await mirrorEnvironment(
    path.join(folder, 'cloud'),
    wanted,
    search({ TF_CLI_CONFIG_FILE: '/no/such/file' }),
  );
  expect(environment).toEqual({ TF_CLI_CONFIG_FILE: undefined });
});
