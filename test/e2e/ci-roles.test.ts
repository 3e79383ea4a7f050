import { GetRoleCommand, IAMClient, type Role } from '@aws-sdk/client-iam';
import { awsClientConfig, enterAccount, type PrivateCloud, startPrivateCloud } from '../../local';
import { cdktf, type CommandResult, unwrapped } from '../support/cdktf';
import { Project } from '../support/project';

jest.setTimeout(10 * 60 * 1000);

const project = new Project();
let cloud: PrivateCloud;

const run = (command: string, stack: string, environment: NodeJS.ProcessEnv = {}): Promise<CommandResult> =>
  cdktf(
    project.folder,
    { ...cloud.environment, ...environment },
    command,
    stack,
    ...(command === 'deploy' ? ['--auto-approve'] : []),
  );

async function succeeds(running: Promise<CommandResult>): Promise<string> {
  const { exitCode, output } = await running;
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  return output;
}

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
  cloud = await startPrivateCloud(project.folder);
});

afterAll(async () => {
  await cloud.stop();
  project.remove();
});

describe('roles of pipelines', () => {
  it('are made in the management account, and a second plan is empty', async () => {
    await succeeds(run('deploy', 'organization'));
    expect(await succeeds(run('diff', 'organization'))).toContain('No changes.');
    const { role, trust } = await roleCalled(new IAMClient(awsClientConfig(cloud)), 'landing-zone-ci-apply');
    expect(trust).toContain(
      '"token.actions.githubusercontent.com:sub":["repo:acme/platform:environment:production"]',
    );
    expect(role?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(
      'arn:aws:iam::123456789012:policy/landing-zone-ci-boundary',
    );
  });

  it('fail for a role of the stage that is none of them', async () => {
    await succeeds(run('deploy', 'sandbox-account'));
    const { exitCode, output } = await run('diff', 'sandbox', { TF_VAR_stage_role_name: 'Admin' });
    expect(exitCode).not.toBe(0);
    expect(unwrapped(output)).toContain(
      'Expected one of OrganizationAccountAccessRole, landing-zone-plan, landing-zone-deploy.',
    );
  });

  it('are made in a stage by its first deployment, which also caps every other role', async () => {
    await succeeds(run('deploy', 'sandbox'));
    const { credentials } = await enterAccount(cloud, {
      email: 'aws+data-sandbox@example.com',
      role: 'OrganizationAccountAccessRole',
      region: 'eu-west-1',
      howToGetIt: '',
    });
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
    const output = await succeeds(
      run('diff', 'sandbox', {
        TF_VAR_stage_role_name: 'landing-zone-plan',
        TF_CLI_ARGS_plan: '-lock=false',
      }),
    );
    expect(output).toContain('No changes.');
  });
});
