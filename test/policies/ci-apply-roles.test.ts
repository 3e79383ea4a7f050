import { CI_STATE_BUCKET, ciConfig } from '../support/ci';
import { parsedLandingZone } from '../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../support/policies';
import type { RenderedStatement } from '../support/terraform-json';
import {
  type Access,
  CI_APPLY,
  CI_PLAN,
  DEPLOY,
  isIn,
  MANAGEMENT,
  may,
  mayNot,
  organization,
  OWN_ROLE,
  PLAN,
  roleOf,
  stage,
  WORKLOAD_CAP,
} from './pipelines-under-test';

/** A member of the organization. */
const MEMBER = `arn:aws:account::${MANAGEMENT}:account/o-a1b2c3d4e5/111122223333`;

describe('the apply role', () => {
  const apply = (action: string, resource: string): Access => ({ principal: CI_APPLY, action, resource });
  const state = `arn:aws:s3:::${CI_STATE_BUCKET}`;
  const accessPoint = `arn:aws:s3:eu-west-1:${MANAGEMENT}:accesspoint/state`;

  it.each([
    ['writes state', 's3:PutObject', `${state}/sandbox`],
    ['removes a lock', 's3:DeleteObject', `${state}/sandbox.tflock`],
    [
      'moves accounts',
      'organizations:MoveAccount',
      `arn:aws:organizations::${MANAGEMENT}:account/o-a1b2c3d4e5/111122223333`,
    ],
    ['writes whom AWS reaches about an account', 'account:PutAlternateContact', MEMBER],
    ['takes such a contact away', 'account:DeleteAlternateContact', MEMBER],
    ['renames an account', 'account:PutAccountName', MEMBER],
    ['makes a bucket', 's3:CreateBucket', 'arn:aws:s3:::acme-audit'],
    [
      'assigns permission sets',
      'sso:CreateAccountAssignment',
      'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    ],
  ])('%s', (_, action, resource) => may(organization, apply(action, resource)));

  it.each([
    ['changes the policy of the state bucket', 's3:PutBucketPolicy', state],
    ['deletes state', 's3:DeleteObject', `${state}/sandbox`],
    ['deletes state by an access point', 's3:DeleteObject', `${accessPoint}/object/sandbox`],
    ['forgets versions of state', 's3:DeleteObjectVersion', `${state}/sandbox`],
    ['forgets versions of locks', 's3:DeleteObjectVersion', `${state}/sandbox.tflock`],
    ['removes the lock of the state bucket', 's3:DeleteObject', `${state}/state.tflock`],
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
    ['asks for another address of a root user', 'account:StartPrimaryEmailUpdate', MEMBER],
    ['confirms another address of a root user', 'account:AcceptPrimaryEmailUpdate', MEMBER],
    ['writes the address that AWS knows the owner by', 'account:PutContactInformation', MEMBER],
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

describe('the four roles of pipelines', () => {
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
});
