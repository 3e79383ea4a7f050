import {
  CreateAccountCommand,
  DescribeOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import {
  GetBucketLoggingCommand,
  GetBucketPolicyCommand,
  GetObjectLockConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mkdirSync } from 'node:fs';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { command, unwrapped } from '../support/cdktf';
import { CI_APPLY, CI_PLAN, organization as pipelines } from '../policies/pipelines-under-test';
import { refusedActions } from '../policies/refused-actions';
import { DeployedProject } from '../support/deployed-project';
import { OrganizationReader } from './organization-reader';

jest.setTimeout(10 * 60 * 1000);

const MANAGEMENT = '123456789012';
const FILE = 'environments/organization.yaml';
const project = new DeployedProject();
let cloud: PrivateCloud;
let organizations: OrganizationsClient;
let read: OrganizationReader;

/** Actions that a plan needs too. */
const READ = /:(?:Describe|Get|List|View)/;

const WORKLOADS = [
  'FullAWSAccess',
  'landing-zone-deny-leaving-organization',
  'landing-zone-deny-other-regions',
  'landing-zone-deny-public-s3',
  'landing-zone-protect-audit-trail',
  'landing-zone-protect-deploy-roles',
  'landing-zone-require-encryption',
  'landing-zone-restrict-root-user',
];

beforeAll(async () => {
  cloud = await project.start();
  organizations = new OrganizationsClient(awsClientConfig(cloud));
  read = new OrganizationReader(organizations);
});

afterAll(async () => {
  await project.stop();
});

/** Deploys, and has the provider write down the calls of that and of a second plan. */
async function deploysAndStays(): Promise<string> {
  project.recordCallsAs('deployment-and-plan');
  const output = await project.deploy('organization');
  await project.expectNothingToDo('organization');
  return output;
}

/** What the deployment says that it manages: the last of its outputs, which cdktf prints as JSON. */
function saidBy(output: string): unknown {
  const text = /managed_services = (\{[^{}]*\})[^{}]*$/.exec(unwrapped(output))?.[1];
  return JSON.parse(text ?? 'null');
}

describe('in an organization that another team owns', () => {
  it('deploys, and has nothing left to do', async () => {
    const output = await deploysAndStays();
    expect(saidBy(output)).toMatchObject({ organization: 'read', trail: 'not managed' });
  });

  it('has the units of the file', async () => {
    expect([...(await read.units()).keys()].sort()).toEqual([
      'suspended',
      'workloads',
      'workloads/non-production',
      'workloads/production',
    ]);
  });

  it('has the policies of the file where the file says, and no other', async () => {
    await expect(read.attached('SERVICE_CONTROL_POLICY')).resolves.toEqual({
      root: ['FullAWSAccess'],
      suspended: ['FullAWSAccess', 'landing-zone-deny-all'],
      workloads: WORKLOADS,
      'workloads/non-production': ['FullAWSAccess'],
      'workloads/production': ['FullAWSAccess'],
    });
    await expect(read.attached('TAG_POLICY')).resolves.toMatchObject({
      root: [],
      workloads: ['landing-zone-tag-standard'],
    });
  });

  it('allows the regions of the environments', async () => {
    const text = await read.textOf('landing-zone-deny-other-regions', 'SERVICE_CONTROL_POLICY', 'workloads');
    expect(text).toContain('"Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-west-1"]}}');
  });
});

describe('in an organization of our own', () => {
  let audit: string;

  beforeAll(async () => {
    const { CreateAccountStatus } = await organizations.send(
      new CreateAccountCommand({ AccountName: 'audit', Email: 'audit@example.org' }),
    );
    audit = CreateAccountStatus?.AccountId ?? '';
    const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
    mkdirSync(project.path('environments/policies'), { recursive: true });
    project.write(
      'environments/policies/deny-purchases.json',
      JSON.stringify(
        {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Deny',
            Action: 'ec2:PurchaseReservedInstancesOffering',
            Resource: 'arn:aws:ec2:*:*:reserved-instances/${aws:PrincipalTag/Team}',
          },
        },
        null,
        2,
      ),
    );
    project.replace(
      FILE,
      'managed: false',
      [
        'managed: true',
        `id: ${Organization?.Id}`,
        'serviceAccess: [account.amazonaws.com, sso.amazonaws.com]',
        'policyTypes: [SERVICE_CONTROL_POLICY, TAG_POLICY]',
      ].join('\n  '),
    );
    project.replace(
      FILE,
      '  suspended: [deny-all]\n',
      [
        '  suspended: [deny-all]',
        '  root: [quarantine-new-accounts]',
        '  workloads/production: [deny-purchases]',
        'customPolicies:',
        '  deny-purchases: { description: Nobody buys, file: policies/deny-purchases.json }',
        `audit: { accountId: '${audit}', trailLock: { days: 365 } }`,
        'costAnomalies: { subscribers: [costs@example.org] }',
        '',
      ].join('\n'),
    );
    project.replace('environments/prod.yaml', 'network:', 'region: eu-central-1\nnetwork:');
  });

  it('deploys, and has nothing left to do', async () => {
    const output = await deploysAndStays();
    expect(saidBy(output)).toMatchObject({
      organization: 'managed',
      trail: 'managed',
      guardduty: 'managed in eu-west-1, eu-central-1',
    });
  });

  it('asks of AWS what the role of a pipeline may do', () => {
    const { management } = project.callsOf('deployment-and-plan');
    expect(management).toContain('cloudtrail:CreateTrail');
    expect(refusedActions(pipelines, CI_APPLY, management)).toEqual([]);
    expect(
      refusedActions(
        pipelines,
        CI_PLAN,
        management.filter((action) => READ.test(action)),
      ),
    ).toEqual([]);
  });

  it('quarantines accounts below the root', async () => {
    const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
    const text = await read.textOf('landing-zone-quarantine-new-accounts', 'SERVICE_CONTROL_POLICY', 'root');
    expect(text).toContain(
      `"ForAnyValue:StringEquals":{"aws:PrincipalOrgPaths":"${Organization?.Id}/${await read.rootId()}/"}`,
    );
  });

  it('attaches the policy of the file without its white space, its variables left to AWS', async () => {
    await expect(
      read.textOf('landing-zone-deny-purchases', 'SERVICE_CONTROL_POLICY', 'workloads/production'),
    ).resolves.toBe(
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"ec2:PurchaseReservedInstancesOffering","Resource":"arn:aws:ec2:*:*:reserved-instances/${aws:PrincipalTag/Team}"}}',
    );
  });

  it('lets the trail write and nobody delete, and logs who reads', async () => {
    const s3 = new S3Client(awsClientConfig(cloud));
    const Bucket = `landing-zone-trail-${MANAGEMENT}`;
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
    const { Statement } = JSON.parse(Policy ?? '') as { Statement: { Sid: string }[] };
    expect(Statement.map(({ Sid }) => Sid)).toEqual([
      'DenyPlainHttp',
      'CloudTrailChecksAcl',
      'CloudTrailWrites',
      'DenyDeletingLogs',
      'DenyWritingLogs',
    ]);
    const { ObjectLockConfiguration } = await s3.send(new GetObjectLockConfigurationCommand({ Bucket }));
    expect(ObjectLockConfiguration?.Rule?.DefaultRetention).toMatchObject({ Mode: 'GOVERNANCE', Days: 365 });
    const { LoggingEnabled } = await s3.send(new GetBucketLoggingCommand({ Bucket }));
    expect(LoggingEnabled?.TargetBucket).toBe(`landing-zone-trail-access-logs-${MANAGEMENT}`);
  });

  it('records all accounts, delegates what watches them, and watches costs', async () => {
    const script = `
import boto3, json
session = boto3.Session(region_name='eu-west-1')
ask = lambda service: session.client(service)
trail, = ask('cloudtrail').describe_trails()['trailList']
status = ask('cloudtrail').get_trail_status(Name=trail['TrailARN'])
print(json.dumps({
  'trail': [trail['Name'], trail['IsOrganizationTrail'], trail['IsMultiRegionTrail'], trail['LogFileValidationEnabled'], status['IsLogging']],
  'guardduty': [a['AdminAccountId'] for a in ask('guardduty').list_organization_admin_accounts()['AdminAccounts']],
  'securityhub': [a['AccountId'] for a in ask('securityhub').list_organization_admin_accounts()['AdminAccounts']],
  'costs': [s['Address'] for a in ask('ce').get_anomaly_subscriptions()['AnomalySubscriptions'] for s in a['Subscribers']],
}))`;
    const { exitCode, output } = await command('python3', ['-c', script], project.folder, cloud.environment);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(output)).toEqual({
      trail: ['landing-zone', true, true, true, true],
      guardduty: [audit],
      securityhub: [audit],
      costs: ['costs@example.org'],
    });
    const { DelegatedAdministrators = [] } = await organizations.send(
      new ListDelegatedAdministratorsCommand({ ServicePrincipal: 'access-analyzer.amazonaws.com' }),
    );
    expect(DelegatedAdministrators.map(({ Id }) => Id)).toEqual([audit]);
  });

  it('takes back what was delegated in a region when its last stage is gone', async () => {
    project.replace('environments/prod.yaml', 'region: eu-central-1\n', '');
    const output = await project.diff('organization');
    expect(output).toMatch(/Plan: 0 to add, \d to change, 2 to destroy\./);
  });
});
