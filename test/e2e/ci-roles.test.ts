import { GetRoleCommand, IAMClient, type Role } from '@aws-sdk/client-iam';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { cdktf, unwrapped } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

const project = new DeployedProject();
let cloud: PrivateCloud;

/** `cdktf diff` of the stage with more variables, as a pipeline sets them. */
const diffWith = (variables: NodeJS.ProcessEnv) =>
  cdktf(project.folder, { ...cloud.environment, ...variables }, 'diff', 'sandbox');

async function roleCalled(iam: IAMClient, RoleName: string): Promise<{ role?: Role; trust: string }> {
  const { Role: role } = await iam.send(new GetRoleCommand({ RoleName }));
  return { role, trust: decodeURIComponent(role?.AssumeRolePolicyDocument ?? '') };
}

beforeAll(async () => {
  project.replace(
    'environments/organization.yaml',
    'state:\n',
    'ci:\n  github: { repository: acme/platform, environments: [production] }\nstate:\n',
  );
  cloud = await project.start();
});

afterAll(async () => {
  await project.stop();
});

describe('roles of pipelines', () => {
  it('are made in the management account, and a second plan is empty', async () => {
    await project.deploy('organization');
    await project.expectNothingToDo('organization');
    const { role, trust } = await roleCalled(new IAMClient(awsClientConfig(cloud)), 'landing-zone-ci-apply');
    expect(trust).toContain(
      '"token.actions.githubusercontent.com:sub":["repo:acme/platform:environment:production"]',
    );
    expect(role?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(
      'arn:aws:iam::123456789012:policy/landing-zone-ci-boundary',
    );
  });

  it('fail for a role of the stage that is none of them', async () => {
    await project.deploy('sandbox-account');
    const { exitCode, output } = await diffWith({ TF_VAR_stage_role_name: 'Admin' });
    expect(exitCode).not.toBe(0);
    expect(unwrapped(output)).toContain(
      'Expected one of OrganizationAccountAccessRole, landing-zone-plan, landing-zone-deploy.',
    );
  });

  it('are made in a stage by its first deployment, which also caps every other role', async () => {
    await project.deploy('sandbox');
    const { credentials } = await project.enter('aws+data-sandbox@example.com');
    const iam = new IAMClient({ ...awsClientConfig(cloud), credentials });
    const { role, trust } = await roleCalled(iam, 'landing-zone-deploy');
    expect(trust).toContain('"AWS":["arn:aws:iam::123456789012:role/landing-zone-ci-apply"]');
    expect(role?.PermissionsBoundary?.PermissionsBoundaryArn).toMatch(
      /policy\/landing-zone-deploy-boundary$/,
    );
    const { role: node } = await roleCalled(iam, 'sandbox-emr-node');
    expect(node?.PermissionsBoundary?.PermissionsBoundaryArn).toMatch(
      /policy\/landing-zone-workload-boundary$/,
    );
  });

  it('plan the same file without a lock and find nothing to change', async () => {
    const { output } = await diffWith({
      TF_VAR_stage_role_name: 'landing-zone-plan',
      TF_CLI_ARGS_plan: '-lock=false',
    });
    expect(output).toContain('No changes.');
  });
});
