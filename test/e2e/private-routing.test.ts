import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

/** Not the one of the documentation: what a team sees that has put its own id into its files. */
const managementAccountId = '210987654321';
const project = new DeployedProject();

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
  await project.start({ seed: { managementAccountId } });
});

afterAll(async () => {
  await project.stop();
});

describe('a stage without a way out, in an organization of our own', () => {
  it.each(['organization', 'isolated-account', 'isolated'])('deploys %s', async (stack) => {
    await project.deploy(stack);
  });

  it('plans nothing a second time', async () => {
    await project.expectNothingToDo('isolated');
  });
});
