import { type PrivateCloud, startPrivateCloud } from '../../local';
import { cdktf } from '../support/cdktf';
import { Project } from '../support/project';

jest.setTimeout(10 * 60 * 1000);

/** Not the one of the documentation: what a team sees that has put its own id into its files. */
const managementAccountId = '210987654321';
const project = new Project();
let cloud: PrivateCloud;

const run = (...args: string[]) => cdktf(project.folder, cloud.environment, ...args);

beforeAll(async () => {
  const file = 'environments/organization.yaml';
  project.replace(
    file,
    "managementAccountId: '123456789012'",
    `managementAccountId: '${managementAccountId}'`,
  );
  for (const name of ['organization', 'defaults', 'sandbox', 'test', 'prod', 'isolated']) {
    project.replaceEverywhere(`environments/${name}.yaml`, '@example.com', '@acme.io');
  }
  cloud = await startPrivateCloud(project.folder, { seed: { managementAccountId } });
});

afterAll(async () => {
  await cloud.stop();
  project.remove();
});

describe('a stage without a way out, in an organization of our own', () => {
  it.each(['organization', 'isolated-account', 'isolated'])('deploys %s', async (stack) => {
    const { exitCode, output } = await run('deploy', stack, '--auto-approve');
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Apply complete!') as unknown,
    });
  });

  it('plans nothing a second time', async () => {
    expect((await run('diff', 'isolated')).output).toContain('No changes.');
  });
});
