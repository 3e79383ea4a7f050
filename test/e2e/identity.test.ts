import { IdentitystoreClient, ListGroupsCommand } from '@aws-sdk/client-identitystore';
import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListInstancesCommand,
  ListManagedPoliciesInPermissionSetCommand,
  ListPermissionSetsCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { cloudSeed } from '../../cli/cloud-seed';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { shippedPermissionSets } from '../../modules/identity-center/permission-sets';
import { command } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

/** Group, then permission sets, by stage. */
const ACCESS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sandbox: {
    'platform-admins': ['PlatformAdministrator'],
    'data-engineers': ['DataEngineer', 'AirflowOperator'],
  },
  test: { 'data-engineers': ['DataEngineer'], 'bi-users': ['DataAnalyst'] },
  prod: { 'data-engineers': ['AirflowViewer'], 'bi-users': ['DataAnalyst'] },
};
const STAGES = Object.keys(ACCESS);
const READS = [
  { zone: 'raw', prefix: 'events/' },
  { zone: 'curated', prefix: 'events_daily/' },
] as const;

const project = new DeployedProject();
let cloud: PrivateCloud;
let center: SSOAdminClient;
let InstanceArn: string;
let IdentityStoreId: string;

/** Permission sets in Identity Center, by name. */
async function permissionSets(): Promise<Map<string, { arn: string; session: string | undefined }>> {
  const { PermissionSets = [] } = await center.send(
    new ListPermissionSetsCommand({ InstanceArn, MaxResults: 100 }),
  );
  const described = await Promise.all(
    PermissionSets.map((PermissionSetArn) =>
      center.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn })),
    ),
  );
  return new Map(
    described.map(({ PermissionSet }) => [
      PermissionSet?.Name ?? '',
      { arn: PermissionSet?.PermissionSetArn ?? '', session: PermissionSet?.SessionDuration },
    ]),
  );
}

beforeAll(async () => {
  for (const [stage, access] of Object.entries(ACCESS))
    project.replace(`environments/${stage}.yaml`, 'network:', `access: ${JSON.stringify(access)}\nnetwork:`);
  cloud = await project.start({ seed: cloudSeed(project.folder) });
  center = new SSOAdminClient(awsClientConfig(cloud));
  const { Instances = [] } = await center.send(new ListInstancesCommand({}));
  InstanceArn = Instances[0]?.InstanceArn ?? '';
  IdentityStoreId = Instances[0]?.IdentityStoreId ?? '';
});

afterAll(async () => {
  await project.stop();
});

describe('access of people', () => {
  it('deploys the organization', async () => {
    await project.deploy('organization');
  });

  it('fails for an account before there are permission sets, and says what to run', async () => {
    await project.expectRefused(
      'diff',
      'sandbox-account',
      /permission set \w+ is not in IAM Identity Center; make it with: npx cdktf deploy identity/,
    );
  });

  it.each(['identity', ...STAGES.map((stage) => `${stage}-account`)])('deploys %s', async (stack) => {
    await project.deploy(stack);
  });

  it.each(['identity', ...STAGES.map((stage) => `${stage}-account`)])(
    'plans nothing for %s a second time',
    async (stack) => {
      await project.expectNothingToDo(stack);
    },
  );

  it('has made every permission set with its policies', async () => {
    const made = await permissionSets();
    const wanted = shippedPermissionSets({ dataEngineer: { reads: READS, writes: [] } });
    expect([...made.keys()].sort()).toEqual(wanted.map(({ name }) => name).sort());
    for (const { name, session, managedPolicies = [], inlinePolicy } of wanted) {
      const of = { InstanceArn, PermissionSetArn: made.get(name)?.arn };
      const { InlinePolicy } = await center.send(new GetInlinePolicyForPermissionSetCommand(of));
      const { AttachedManagedPolicies = [] } = await center.send(
        new ListManagedPoliciesInPermissionSetCommand(of),
      );
      expect(made.get(name)?.session).toBe(session);
      expect(
        InlinePolicy === '' || InlinePolicy === undefined ? undefined : JSON.parse(InlinePolicy),
      ).toEqual(inlinePolicy === undefined ? undefined : JSON.parse(inlinePolicy));
      expect(AttachedManagedPolicies.map(({ Arn }) => Arn).sort()).toEqual(
        managedPolicies.map((policy) => `arn:aws:iam::aws:policy/${policy.name}`).sort(),
      );
    }
  });

  it('tells the security contact when BreakGlass is used, by a rule that AWS shows reading calls', async () => {
    const events = (...args: string[]) =>
      command('aws', ['events', ...args, '--region', 'eu-west-1'], project.folder, cloud.environment);
    const rule = JSON.parse((await events('describe-rule', '--name', 'break-glass')).output) as unknown;
    expect(rule).toMatchObject({ State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' });
    const { Targets } = JSON.parse(
      (await events('list-targets-by-rule', '--rule', 'break-glass')).output,
    ) as { Targets: { Arn: string }[] };
    const { Subscriptions = [] } = await new SNSClient(awsClientConfig(cloud)).send(
      new ListSubscriptionsByTopicCommand({ TopicArn: Targets[0]?.Arn }),
    );
    expect(Subscriptions.map(({ Endpoint }) => Endpoint)).toEqual(['security@example.com']);
  });

  it.each(STAGES)('has given in %s exactly what its file says', async (stage) => {
    const { Accounts = [] } = await new OrganizationsClient(awsClientConfig(cloud)).send(
      new ListAccountsCommand({}),
    );
    const AccountId = Accounts.find(({ Name }) => Name === `data-${stage}`)?.Id;
    const { Groups = [] } = await new IdentitystoreClient(awsClientConfig(cloud)).send(
      new ListGroupsCommand({ IdentityStoreId }),
    );
    const groupName = (id: string | undefined) =>
      Groups.find(({ GroupId }) => GroupId === id)?.DisplayName ?? `unknown ${String(id)}`;
    const found: string[] = [];
    for (const [name, { arn: PermissionSetArn }] of await permissionSets()) {
      const { AccountAssignments = [] } = await center.send(
        new ListAccountAssignmentsCommand({ InstanceArn, AccountId, PermissionSetArn }),
      );
      for (const { PrincipalId, PrincipalType } of AccountAssignments)
        found.push(`${String(PrincipalType)} ${groupName(PrincipalId)}: ${name}`);
    }
    const wanted = Object.entries(ACCESS[stage] ?? {}).flatMap(([group, names]) =>
      names.map((name) => `GROUP ${group}: ${name}`),
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('plans one assignment, and no other change, when a group gets one more', async () => {
    project.replace('environments/prod.yaml', '["AirflowViewer"]', '["Billing","AirflowViewer"]');
    const output = await project.diff('prod-account');
    expect(output).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
  });

  it('takes away what a group had, also with the last line of access', async () => {
    project.replace('environments/sandbox.yaml', JSON.stringify(ACCESS['sandbox']), '{}');
    const output = await project.diff('sandbox-account');
    expect(output).toContain('Plan: 0 to add, 0 to change, 3 to destroy.');
  });

  it('fails for groups that are not there, naming each and the file that asks for it', async () => {
    project.replace('environments/test.yaml', 'data-engineers', 'data-people');
    project.replace('environments/test.yaml', 'bi-users', 'bi-people');
    await project.expectRefused(
      'diff',
      'test-account',
      'not in IAM Identity Center: group bi-people (environments/test.yaml), group data-people (environments/test.yaml); have the identity provider bring them (SCIM), or correct their names in these files',
    );
  });
});
