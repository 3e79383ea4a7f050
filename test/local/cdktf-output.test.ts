import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findTerraform } from '../../local/terraform';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const repository = path.join(__dirname, '../..');

const app = `
const { App, LocalBackend, TerraformStack } = require('cdktf');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');
const { SsmParameter } = require('@cdktf/provider-aws/lib/ssm-parameter');
const app = new App();
const stack = new TerraformStack(app, 'tiny');
new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
new LocalBackend(stack, { path: '../../../.state/tiny.tfstate' });
new SsmParameter(stack, 'greeting', { name: '/greeting', type: 'String', value: 'hello' });
app.synth();`;

test('cdktf deploys into the cloud and leaves output and state in its folder alone', async () => {
  await findTerraform();
  const project = {
    language: 'typescript',
    app: 'node app.cjs',
    projectId: '00000000-0000-0000-0000-000000000000',
    sendCrashReports: 'false',
  };
  await writeFile(path.join(local.root, 'cdktf.json'), JSON.stringify(project));
  await writeFile(path.join(local.root, 'app.cjs'), app);
  await symlink(path.join(repository, 'node_modules'), path.join(local.root, 'node_modules'));

  const deployed = await local.run('npx', 'cdktf', 'deploy', 'tiny', '--auto-approve');
  expect(deployed.stdout + deployed.stderr).toContain('Resources: 1 added, 0 changed, 0 destroyed');
  const read = await local.run(
    'aws',
    'ssm',
    'get-parameter',
    '--name',
    '/greeting',
    '--query',
    'Parameter.Value',
    '--output',
    'text',
  );
  expect(read.stdout.trim()).toBe('hello');

  const state = JSON.parse(await readFile(path.join(local.cloud.folder, '.state/tiny.tfstate'), 'utf8')) as {
    resources: unknown[];
  };
  expect(state.resources).toHaveLength(1);
  expect(existsSync(path.join(local.cloud.folder, 'cdktf.out/stacks/tiny/cdk.tf.json'))).toBe(true);
  expect(existsSync(path.join(local.root, 'cdktf.out'))).toBe(false);
  expect(existsSync(path.join(local.root, '.state'))).toBe(false);
}, 90_000);
