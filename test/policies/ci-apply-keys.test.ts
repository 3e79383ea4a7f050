import { parsedLandingZone } from '../support/landing-zone';
import { ciConfig } from '../support/ci';
import { STAGE_ACCOUNT, StackPolicies } from '../support/policies';
import { decide } from './decide';
import {
  type Access,
  CI_APPLY,
  MANAGEMENT,
  may,
  mayNot,
  roleOf,
  watchedOrganization,
} from './pipelines-under-test';

// Its policy lets those of IAM decide; which key it is, the aliases say.
const [KEY = ''] = watchedOrganization.arns('aws_kms_key');
const aliasArn = (alias: string) => `arn:aws:kms:eu-west-1:${STAGE_ACCOUNT}:alias/${alias}`;
/** Not merely allowed by nobody: as a key with no policy would be, whatever is said of it. */
const isRefused = (access: Access) =>
  expect(decide(watchedOrganization, access)).resolves.toBe('ExplicitlyDenied');

const CHANGES = [
  'kms:CreateAlias',
  'kms:CreateGrant',
  'kms:DeleteAlias',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:UpdateAlias',
];

describe.each(['landing-zone-state', 'landing-zone-trail', 'break-glass'])('the key %s', (alias) => {
  const onKey = (action: string, aliases: string[]): Access => ({
    principal: CI_APPLY,
    action,
    resource: KEY,
    context: { 'kms:ResourceAliases': aliases },
  });

  it.each(CHANGES)('fails to stay as it is if apply may %s', (action) =>
    isRefused(onKey(action, ['alias/another', `alias/${alias}`])),
  );

  // AWS asks about the alias, the key it is on and the key it is to be on, and each must allow it.
  it.each(['kms:CreateAlias', 'kms:DeleteAlias', 'kms:UpdateAlias'])(
    'fails to keep its alias if apply may %s',
    (action) => isRefused({ principal: CI_APPLY, action, resource: aliasArn(alias) }),
  );

  it('is read by apply', () => may(watchedOrganization, onKey('kms:GetKeyPolicy', [`alias/${alias}`])));
});

describe('other keys', () => {
  it.each(CHANGES.filter((action) => !action.endsWith('Alias')))('let apply %s', (action) =>
    may(watchedOrganization, {
      principal: CI_APPLY,
      action,
      resource: KEY,
      context: { 'kms:ResourceAliases': ['alias/acme'] },
    }),
  );

  it('let apply give them an alias of their own', () =>
    may(watchedOrganization, { principal: CI_APPLY, action: 'kms:CreateAlias', resource: KEY }));
});

describe('the policy of the key of the state', () => {
  const stack = new StackPolicies(parsedLandingZone(ciConfig())['state'] ?? {});
  const [key = ''] = stack.arns('aws_kms_key');
  const by = (name: string, action: string): Access => ({
    principal: roleOf(name, MANAGEMENT),
    action,
    resource: key,
    context: { 'aws:PrincipalArn': roleOf(name, MANAGEMENT) },
  });

  it.each(CHANGES)('refuses %s to roles of pipelines, whatever their own policies say', async (action) => {
    await mayNot(stack, by('landing-zone-ci-apply', action));
    await mayNot(stack, by('landing-zone-ci-plan', action));
  });

  it.each([...CHANGES, 'kms:Decrypt'])('leaves %s to administrators', (action) =>
    may(stack, by('administrator', action)),
  );

  it.each(['kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'])(
    'leaves %s to roles of pipelines',
    (action) => may(stack, by('landing-zone-ci-apply', action)),
  );
});
