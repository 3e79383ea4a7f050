import { ListEnvironmentsCommand, MWAAClient } from '@aws-sdk/client-mwaa';
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  awsClientConfig,
  enterAccount,
  type PrivateCloud,
  findTerraform,
  startPrivateCloud,
} from '../../local';
import { cdktf, command, type CommandResult } from '../support/cdktf';
import { Project } from '../support/project';

jest.setTimeout(10 * 60 * 1000);

const AIRFLOW = 'aws_mwaa_environment.airflow-main_environment_8403C1F9';

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

/** Applies, and sends Terraform a signal as soon as it is time. */
function applyUntil(
  signal: NodeJS.Signals,
  isTime: (output: string) => boolean | Promise<boolean>,
  ...args: string[]
): Promise<CommandResult> {
  return new Promise((done, reject) => {
    const child = spawn(terraform, ['apply', '-auto-approve', '-input=false', '-no-color', ...args], {
      cwd: stackFolder(),
      env: cloud.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    const watch = setInterval(() => {
      void Promise.resolve(isTime(output)).then((isNow) => {
        if (!isNow) return;
        clearInterval(watch);
        child.kill(signal);
      }, reject);
    }, 100);
    child.once('close', (exitCode) => {
      clearInterval(watch);
      done({ exitCode, output });
    });
  });
}

/** Whether the Airflow environment is there, as a client that knows nothing of Terraform sees it. */
async function hasAirflow(): Promise<boolean> {
  const { credentials } = await enterAccount(cloud, {
    email: 'aws+data-sandbox@example.com',
    role: 'OrganizationAccountAccessRole',
    region: 'eu-west-1',
    howToGetIt: '',
  });
  const mwaa = new MWAAClient({ ...awsClientConfig(cloud), credentials });
  const { Environments = [] } = await mwaa.send(new ListEnvironmentsCommand({}));
  return Environments.includes('sandbox-main');
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
    // Ctrl-C, and a cancelled pipeline.
    const made = (output: string) => (output.match(/Creation complete/g) ?? []).length >= 20;
    const { exitCode, output } = await applyUntil('SIGINT', made);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('Interrupt received') as string,
    });
    const { output: state } = await command(terraform, ['state', 'list'], stackFolder(), cloud.environment);
    expect(state.split('\n').length).toBeGreaterThan(20);
  });
});

describe('a deployment that is killed while AWS makes an Airflow environment', () => {
  it('leaves one that Terraform does not know', async () => {
    const { output } = await applyUntil('SIGKILL', hasAirflow, `-target=${AIRFLOW}`);
    expect(output).toContain(`${AIRFLOW}: Creating...`);
    expect(output).not.toContain(`${AIRFLOW}: Creation complete`);
    const { output: state } = await command(terraform, ['state', 'list'], stackFolder(), cloud.environment);
    expect(state).not.toContain(AIRFLOW);
  });

  it('is finished, and given that one, as the runbook says', async () => {
    const block = join(stackFolder(), 'import.tf');
    writeFileSync(block, `import {\n  to = ${AIRFLOW}\n  id = "sandbox-main"\n}\n`);
    const apply = ['apply', '-auto-approve', '-input=false', '-no-color'];
    const { exitCode, output } = await command(terraform, apply, stackFolder(), cloud.environment);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Apply complete! Resources: 1 imported') as string,
    });
    rmSync(block);
  });

  it('leaves nothing to do after that', async () => {
    const { output } = await run('diff', 'sandbox');
    expect(output).toContain('No changes. Your infrastructure matches the configuration.');
  });
});
