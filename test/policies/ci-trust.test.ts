import { CI_ROLE_NAMES } from '../../modules/ci/role-names';
import { ciConfig } from '../support/ci';
import { parsedLandingZone } from '../support/landing-zone';
import { StackPolicies } from '../support/policies';
import {
  type Access,
  CI_APPLY,
  CI_PLAN,
  DEPLOY,
  MANAGEMENT,
  may,
  mayNot,
  organization,
  PLAN,
  roleOf,
  stage,
} from './pipelines-under-test';

const ISSUER = 'token.actions.githubusercontent.com';

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
