import { onlyResource, resourcesOf, statements } from '../../support/terraform-json';
import { synthMonitoring } from './monitoring-fixture';

const json = synthMonitoring({ subscribers: ['oncall@acme.io', 'On.Call@acme.io', 'on-call@acme.io'] });

describe('AlarmTopic', () => {
  it('encrypts with the key it is given', () => {
    expect(onlyResource(json, 'aws_sns_topic')['kms_master_key_id']).toBe('arn:logs');
  });

  it('lets alarms of its account and region publish, over TLS, and nobody else', () => {
    const topic = expect.stringMatching(/^\$\{aws_sns_topic\./) as unknown;
    expect(statements(onlyResource(json, 'aws_sns_topic_policy')['policy'])).toEqual([
      {
        Sid: 'AlarmsOfThisAccountPublish',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: topic,
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*' },
        },
      },
      {
        Sid: 'OnlyOverTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Resource: topic,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  it('subscribes each address, and each apart from others that look alike', () => {
    expect(
      resourcesOf(json, 'aws_sns_topic_subscription')
        .map(({ endpoint }) => endpoint)
        .sort(),
    ).toEqual(['On.Call@acme.io', 'on-call@acme.io', 'oncall@acme.io']);
    for (const { protocol } of resourcesOf(json, 'aws_sns_topic_subscription'))
      expect(protocol).toBe('email');
  });

  it('keeps the address of a subscription when others come and go', () => {
    const addressesOf = (subscribers: string[]) =>
      Object.keys(synthMonitoring({ subscribers }).resource?.['aws_sns_topic_subscription'] ?? {});
    expect(addressesOf(['a@acme.io', 'b@acme.io'])).toEqual(
      expect.arrayContaining(addressesOf(['b@acme.io'])),
    );
  });
});
