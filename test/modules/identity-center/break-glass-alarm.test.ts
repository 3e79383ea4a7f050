import { BreakGlassAlarm } from '../../../modules/identity-center/break-glass-alarm';
import { matchesPattern } from '../../support/event-pattern';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf, statements } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new BreakGlassAlarm(stack, 'alarm', {
    provider,
    accountId: '111122223333',
    region: 'eu-west-1',
    permissionSet: 'BreakGlass',
    subscribers: ['security@acme.io'],
  });
});

/** An event as EventBridge passes it on, in the parts that tell one from another. */
const event = (source: string, detail: Record<string, unknown>) =>
  JSON.parse(JSON.stringify({ source, detail })) as Parameters<typeof matchesPattern>[0];
const role = (name: string) => ({ account_id: '111122223333', role_name: name });

describe('BreakGlassAlarm', () => {
  const pattern = JSON.parse(
    String(onlyResource(json, 'aws_cloudwatch_event_rule')['event_pattern']),
  ) as Parameters<typeof matchesPattern>[1];

  it.each([
    ['in the console', event('aws.sso', { eventName: 'Federate', serviceEventDetails: role('BreakGlass') })],
    [
      'in the console, reported by the sign-in service',
      event('aws.signin', { eventName: 'Federate', serviceEventDetails: role('BreakGlass') }),
    ],
    [
      'for the command line',
      event('aws.sso', { eventName: 'GetRoleCredentials', serviceEventDetails: role('BreakGlass') }),
    ],
    [
      'for the command line, as a parameter',
      event('aws.sso', {
        eventName: 'GetRoleCredentials',
        requestParameters: { roleName: 'BreakGlass', accountId: '111122223333' },
      }),
    ],
  ])('is raised when credentials are taken %s', (_, taken) => {
    expect(matchesPattern(taken, pattern)).toBe(true);
  });

  it.each([
    [
      'another permission set',
      event('aws.sso', { eventName: 'Federate', serviceEventDetails: role('Billing') }),
    ],
    [
      'another call',
      event('aws.sso', { eventName: 'ListAccountRoles', requestParameters: role('BreakGlass') }),
    ],
    ['another service', event('aws.s3', { eventName: 'Federate', serviceEventDetails: role('BreakGlass') })],
  ])('is not raised for %s', (_, other) => {
    expect(matchesPattern(other, pattern)).toBe(false);
  });

  it('is shown calls that only read: taking credentials is one', () => {
    expect(onlyResource(json, 'aws_cloudwatch_event_rule')['state']).toBe(
      'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
    );
  });

  it('sends to a topic that its rule, and nothing else, may publish to', () => {
    const [publish] = statements(onlyResource(json, 'aws_sns_topic_policy')['policy']);
    const name = String(onlyResource(json, 'aws_cloudwatch_event_rule')['name']);
    expect(publish).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Condition: { ArnEquals: { 'aws:SourceArn': `arn:aws:events:eu-west-1:111122223333:rule/${name}` } },
    });
    expect(onlyResource(json, 'aws_cloudwatch_event_target')['arn']).toMatch(/^\$\{aws_sns_topic\./);
  });

  it('encrypts with a key that EventBridge may use without a condition, which it would not meet', () => {
    const access = statements(onlyResource(json, 'aws_kms_key')['policy']).find(
      ({ Principal }) => Principal?.['Service'] === 'events.amazonaws.com',
    );
    expect(access).toMatchObject({ Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] });
    expect(access).not.toHaveProperty('Condition');
  });

  it('tells its subscribers who, where and when', () => {
    expect(resourcesOf(json, 'aws_sns_topic_subscription')).toEqual([
      expect.objectContaining({ protocol: 'email', endpoint: 'security@acme.io' }),
    ]);
    const transformer = onlyResource(json, 'aws_cloudwatch_event_target')['input_transformer'] as {
      input_paths: Record<string, string>;
      input_template: string;
    };
    const asked = [...transformer.input_template.matchAll(/<(\w+)>/g)].map(([, name]) => name);
    expect(asked.sort()).toEqual(Object.keys(transformer.input_paths).sort());
    expect(JSON.parse(transformer.input_template)).toContain('BreakGlass');
  });
});
