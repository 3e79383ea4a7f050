import {
  BudgetsClient,
  DescribeBudgetCommand,
  DescribeNotificationsForBudgetCommand,
  DescribeSubscribersForNotificationCommand,
  type Notification,
} from '@aws-sdk/client-budgets';
import { CreateAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cloudSeed } from '../../cli/cloud-seed';
import { awsClientConfig, cloudStatus, type PrivateCloud } from '../../local';
import { unwrapped } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';
import { AccountReader } from './account-reader';

jest.setTimeout(10 * 60 * 1000);

const email = 'aws+data-sandbox@example.com';
const sandboxFile = 'environments/sandbox.yaml';
const project = new DeployedProject();
let cloud: PrivateCloud;
let organizations: OrganizationsClient;
let account: AccountReader;

/** Refused with a sentence of ours, not with Terraform's about `prevent_destroy`. */
async function isRefused(stack: string, sentence: string): Promise<void> {
  const output = await project.expectRefused('deploy', stack, sentence);
  expect(output).not.toContain('Instance cannot be destroyed');
}

beforeAll(async () => {
  // What people were let do is taken away when the account is let go of.
  project.replace(sandboxFile, 'network:', 'access: { data-engineers: [DataEngineer] }\nnetwork:');
  cloud = await project.start({ seed: cloudSeed(project.folder) });
  organizations = new OrganizationsClient(awsClientConfig(cloud));
  account = new AccountReader(cloud, email);
});

afterAll(async () => {
  await project.stop();
});

// The steps build on each other: this is the life of an account.
describe('an account that is in use', () => {
  it.each([['organization', 'identity'], ['sandbox-account']])('deploys with %s', (...stacks) =>
    project.deploy(...stacks),
  );

  it.each(['organization', 'sandbox-account'])('leaves nothing to plan for %s', (stack) =>
    project.expectNothingToDo(stack),
  );

  it('has the contacts of the organization', async () => {
    expect(await account.contact('SECURITY')).toEqual({
      AlternateContactType: 'SECURITY',
      Name: 'Security team',
      Title: 'Security',
      EmailAddress: 'security@example.com',
      PhoneNumber: '+353 1 555 0100',
    });
  });

  it('has a budget, and tells people of what is spent and what will be', async () => {
    const client = new BudgetsClient({ ...awsClientConfig(cloud), region: 'us-east-1' });
    const budget = { AccountId: '123456789012', BudgetName: 'sandbox-monthly' };
    const { Budget } = await client.send(new DescribeBudgetCommand(budget));
    expect(Budget).toMatchObject({
      BudgetLimit: { Amount: '1000.0', Unit: 'USD' },
      CostFilters: { LinkedAccount: [await account.id()] },
      TimeUnit: 'MONTHLY',
    });
    const { Notifications = [] } = await client.send(new DescribeNotificationsForBudgetCommand(budget));
    const told = (each: Notification) => `${each.NotificationType} ${each.Threshold}`;
    expect(Notifications.map(told).sort()).toEqual(['ACTUAL 100', 'ACTUAL 80', 'FORECASTED 100']);
    for (const { NotificationType, ComparisonOperator, Threshold, ThresholdType } of Notifications) {
      const Notification = { NotificationType, ComparisonOperator, Threshold, ThresholdType };
      const { Subscribers } = await client.send(
        new DescribeSubscribersForNotificationCommand({ ...budget, Notification }),
      );
      expect(Subscribers).toEqual([{ SubscriptionType: 'EMAIL', Address: 'data-platform@example.com' }]);
    }
  });

  it('takes a contact and a limit of its own, in place', async () => {
    project.replace(
      sandboxFile,
      '  unit: workloads/non-production',
      [
        '  unit: workloads/non-production',
        '  budget: { monthlyUsd: 500 }',
        '  contacts:',
        "    security: { name: Sandbox, title: On call, email: sandbox@example.com, phone: '112' }",
      ].join('\n'),
    );
    const output = await project.deploy('sandbox-account');
    expect(output).toContain('Plan: 0 to add, 2 to change, 0 to destroy.');
    expect(await account.contact('SECURITY')).toMatchObject({ Name: 'Sandbox', PhoneNumber: '112' });
    await project.expectNothingToDo('sandbox-account');
  });

  it('is planned in as many calls whether the organization has two accounts or fifty', async () => {
    const calls = async () => {
      const status = await cloudStatus(cloud.folder);
      return status.state === 'up' ? status.health.answered : NaN;
    };
    const callsOfPlan = async () => {
      const before = await calls();
      await project.expectNothingToDo('sandbox-account');
      return (await calls()) - before;
    };
    const few = await callsOfPlan();
    for (let index = 0; index < 48; index += 1) {
      const Email = `aws+other-${index}@example.com`;
      await organizations.send(new CreateAccountCommand({ AccountName: `other-${index}`, Email }));
    }
    expect(await callsOfPlan()).toBe(few);
    expect(few).toBeGreaterThan(5);
  });
});

describe('another root e-mail address', () => {
  const other = 'aws+sandbox@example.com';

  afterAll(() => project.replace(sandboxFile, `email: ${other}`, `email: ${email}`));

  it('fails, and says where it is changed', async () => {
    project.replace(sandboxFile, `email: ${email}`, `email: ${other}`);
    await isRefused(
      'sandbox-account',
      `the account of stage sandbox has the root e-mail ${email}, and the configuration says ${other}: another address would be another account; change it in AWS first, as docs/runbooks/change-root-email.md says`,
    );
  });
});

describe('a file that is removed', () => {
  const away = () => project.path('sandbox.yaml.away');

  afterAll(() => renameSync(away(), project.path(sandboxFile)));

  it('fails, and names the account that is left', async () => {
    renameSync(project.path(sandboxFile), away());
    await isRefused(
      'organization',
      `the account data-sandbox (${await account.id()}, ${email}) of stage sandbox is still there, and its file is gone; removing a file closes no account: put environments/<stage>.yaml back, and see docs/runbooks/close-account.md`,
    );
  });
});

describe('an account that is put out of use', () => {
  const becomes = (from: string, to: string) =>
    project.replace(sandboxFile, `lifecycle: ${from}`, `lifecycle: ${to}`);

  it('fails to be let go of while it is in use', async () => {
    project.replace(sandboxFile, `email: ${email}`, `email: ${email}\n  lifecycle: closing`);
    await isRefused(
      'sandbox-account',
      `the account data-sandbox (${await account.id()}) is still in use; write account.lifecycle: suspended and deploy that first, as docs/runbooks/close-account.md says`,
    );
  });

  it('is moved to the suspended unit', async () => {
    becomes('closing', 'suspended');
    await project.deploy('sandbox-account');
    expect(await account.unit()).toBe('suspended');
    await project.expectNothingToDo('sandbox-account');
  });

  it('fails to have its stage deployed, with nothing but the reason', async () => {
    await isRefused(
      'sandbox',
      'stage sandbox is not deployed: its account is suspended (account.lifecycle in environments/sandbox.yaml); to use it again, write active there and run: npx cdktf deploy sandbox-account',
    );
  });

  it('comes back when it is active again', async () => {
    becomes('suspended', 'active');
    await project.deploy('sandbox-account');
    expect(await account.unit()).toBe('non-production');
    becomes('active', 'suspended');
    await project.deploy('sandbox-account');
  });

  it('is let go of and stays open, with its contacts, and lets nobody in any more', async () => {
    becomes('suspended', 'closing');
    const output = await project.diff('sandbox-account');
    expect(unwrapped(output)).toMatch(
      /aws_organizations_account\.account_\w+ will no longer be managed by Terraform/,
    );
    // The budget, the record, and the access.
    expect(output).toContain('Plan: 0 to add, 0 to change, 3 to destroy.');
    expect(output).toMatch(/aws_ssoadmin_account_assignment\.\S+ (?:\(\S+\) )?will be destroyed/);
    await project.deploy('sandbox-account');
    expect(await account.unit()).toBe('suspended');
    expect(await account.contact('SECURITY')).toMatchObject({ Name: 'Sandbox' });
    const state = readFileSync(
      join(cloud.environment['CDKTF_OUTPUT'] ?? '', '../.state/sandbox-account.tfstate'),
      'utf8',
    );
    expect((JSON.parse(state) as { resources: { mode: string }[] }).resources).not.toContainEqual(
      expect.objectContaining({ mode: 'managed' }),
    );
    await project.expectNothingToDo('sandbox-account');
  });

  it('leaves no trace once its file is removed', async () => {
    renameSync(project.path(sandboxFile), project.path('sandbox.yaml.gone'));
    await project.expectNothingToDo('organization');
  });
});
