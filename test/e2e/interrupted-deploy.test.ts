import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type PrivateCloud, findTerraform, startPrivateCloud } from '../../local';
import { cdktf, command, type CommandResult } from '../support/cdktf';
import { Project } from '../support/project';

jest.setTimeout(10 * 60 * 1000);

const project = new Project();
let cloud: PrivateCloud;
let terraform: string;

const run = (...args: string[]): Promise<CommandResult> => cdktf(project.folder, cloud.environment, ...args);

/** Terraform itself, in the folder of the stage's stack, where `cdktf deploy` runs it. */
const stackFolder = (): string =>
  resolve(project.folder, cloud.environment['CDKTF_OUTPUT'] ?? 'cdktf.out', 'stacks/sandbox');

async function expectDeployed(stack: string): Promise<void> {
  const { exitCode, output } = await run('deploy', stack, '--auto-approve');
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
}

/** Asks Terraform to stop once it has made some resources, as Ctrl-C and a cancelled pipeline do. */
function interruptedApply(): Promise<CommandResult> {
  return new Promise((done, reject) => {
    const child = spawn(terraform, ['apply', '-auto-approve', '-input=false', '-no-color'], {
      cwd: stackFolder(),
      env: cloud.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isAsked = false;
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      if (isAsked || (output.match(/Creation complete/g) ?? []).length < 20) return;
      isAsked = true;
      child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (exitCode) => done({ exitCode, output }));
  });
}

beforeAll(async () => {
  for (const other of ['test', 'prod', 'isolated']) rmSync(project.path(`environments/${other}.yaml`));
  terraform = (await findTerraform()).path;
  cloud = await startPrivateCloud(project.folder);
  await expectDeployed('organization');
  await expectDeployed('sandbox-account');
});

afterAll(async () => {
  await cloud.stop();
  project.remove();
});

// Each step needs the one before.
describe('a deployment that is interrupted in the middle', () => {
  it('stops with what it has made written down', async () => {
    expect(await run('diff', 'sandbox')).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await interruptedApply();
    expect({ exitCode, output }).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('Interrupt received') as string,
    });
    const { output: state } = await command(terraform, ['state', 'list'], stackFolder(), cloud.environment);
    expect(state.split('\n').length).toBeGreaterThan(20);
  });

  it('is finished by the next one', () => expectDeployed('sandbox'));

  it('leaves nothing to do after that', async () => {
    const { output } = await run('diff', 'sandbox');
    expect(output).toContain('No changes. Your infrastructure matches the configuration.');
  });
});
