import { BREAK_GLASS_ALARM_NAME } from '../../modules/identity-center/break-glass-alarm';
import { ciConfig } from '../support/ci';
import { parsedLandingZone } from '../support/landing-zone';
import { StackPolicies } from '../support/policies';
import { CI_APPLY, MANAGEMENT, may, mayNot, organization } from './pipelines-under-test';

const rule = (region = 'eu-west-1', name = BREAK_GLASS_ALARM_NAME) =>
  `arn:aws:events:${region}:${MANAGEMENT}:rule/${name}`;
const topic = (name = BREAK_GLASS_ALARM_NAME) => `arn:aws:sns:eu-west-1:${MANAGEMENT}:${name}`;
const apply = (action: string, resource: string) => ({ principal: CI_APPLY, action, resource });

describe('the alarm about emergency access', () => {
  it.each([
    'events:DeleteRule',
    'events:DisableRule',
    'events:PutRule',
    'events:PutTargets',
    'events:RemoveTargets',
  ])('fails to go off if apply may %s', async (action) => {
    await mayNot(organization, apply(action, rule()));
    await may(organization, apply(action, rule('eu-west-1', 'acme')));
  });

  it.each([
    'sns:AddPermission',
    'sns:DeleteTopic',
    'sns:PutDataProtectionPolicy',
    'sns:RemovePermission',
    'sns:SetSubscriptionAttributes',
    'sns:SetTopicAttributes',
    'sns:Unsubscribe',
  ])('fails to be heard if apply may %s', async (action) => {
    await mayNot(organization, apply(action, topic()));
    await may(organization, apply(action, topic('acme')));
  });

  it.each([
    ['read', 'events:DescribeRule', rule()],
    ['switched on', 'events:EnableRule', rule()],
    ['told to more people', 'sns:Subscribe', topic()],
  ])('is %s by apply', (_, action, resource) => may(organization, apply(action, resource)));

  it('fails to be silenced where IAM Identity Center is, when that is another region', async () => {
    const config = ciConfig();
    const elsewhere = new StackPolicies(
      parsedLandingZone({
        ...config,
        organization: { ...config.organization, identityCenter: { region: 'eu-central-1' } },
      })['organization'] ?? {},
    );
    await mayNot(elsewhere, apply('events:DisableRule', rule('eu-central-1')));
  });
});
