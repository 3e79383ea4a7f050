import { ListEnvironmentsCommand, MWAAClient } from '@aws-sdk/client-mwaa';
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { awsClientConfig, type PrivateCloud, findTerraform } from '../../local';
import { command, type CommandResult } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

const AIRFLOW = 'aws_mwaa_environment.airflow-main_environment_8403C1F9';

const project = new DeployedProject();
let cloud: PrivateCloud;
let terraform: string;

/** Terraform itself, in the folder of the stage's stack, where `cdktf deploy` runs it. */
const stackFolder = (): string =>
  resolve(project.folder, cloud.environment['CDKTF_OUTPUT'] ?? 'cdktf.out', 'stacks/sandbox');

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
  const { credentials } = await project.enter('aws+data-sandbox@example.com');
  const mwaa = new MWAAClient({ ...awsClientConfig(cloud), credentials });
  const { Environments = [] } = await mwaa.send(new ListEnvironmentsCommand({}));
  return Environments.includes('sandbox-main');
}

beforeAll(async () => {
  for (const other of ['test', 'prod', 'isolated']) rmSync(project.path(`environments/${other}.yaml`));
  terraform = (await findTerraform()).path;
  cloud = await project.start();
  await project.deploy('organization');
  await project.deploy('sandbox-account');
});

afterAll(async () => {
  await project.stop();
});

// Each step needs the one before.
describe('a deployment that is interrupted in the middle', () => {
  it('stops with what it has made written down', async () => {
    await project.diff('sandbox');
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
    await project.expectNothingToDo('sandbox');
  });
});
