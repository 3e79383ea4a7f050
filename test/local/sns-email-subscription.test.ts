import {
  CreateTopicCommand,
  GetSubscriptionAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const sns = () => new SNSClient(awsClientConfig(local.cloud));

let count = 0;
async function newTopic(): Promise<string> {
  const { TopicArn = '' } = await sns().send(new CreateTopicCommand({ Name: `alarms-${(count += 1)}` }));
  return TopicArn;
}

async function subscribe(TopicArn: string, Protocol: string, Endpoint: string): Promise<string> {
  const input = { TopicArn, Protocol, Endpoint, ReturnSubscriptionArn: true };
  const { SubscriptionArn = '' } = await sns().send(new SubscribeCommand(input));
  return SubscriptionArn;
}

const attributes = async (SubscriptionArn: string) =>
  (await sns().send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes;

test('an address waits for confirmation, and its ARN is told to who asks for it only', async () => {
  const TopicArn = await newTopic();
  const input = { TopicArn, Protocol: 'email', Endpoint: 'a@example.org' };
  expect((await sns().send(new SubscribeCommand(input))).SubscriptionArn).toBe('pending confirmation');
  const arn = await subscribe(TopicArn, 'email', 'a@example.org');
  expect(arn).toMatch(new RegExp(`^${TopicArn}:[0-9a-f-]{36}$`));
  expect(await attributes(arn)).toMatchObject({
    Endpoint: 'a@example.org',
    PendingConfirmation: 'true',
    ConfirmationWasAuthenticated: 'false',
  });
});

test('lists name no ARN of an address that waits', async () => {
  const TopicArn = await newTopic();
  await subscribe(TopicArn, 'email', 'a@example.org');
  const listed = { Endpoint: 'a@example.org', SubscriptionArn: 'PendingConfirmation', TopicArn };
  const ofTopic = await sns().send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(ofTopic.Subscriptions).toEqual([expect.objectContaining(listed)]);
  const all = await sns().send(new ListSubscriptionsCommand({}));
  expect(all.Subscriptions).toContainEqual(expect.objectContaining(listed));
});

test('fails to unsubscribe an address that waits', async () => {
  const arn = await subscribe(await newTopic(), 'email', 'a@example.org');
  await expect(sns().send(new UnsubscribeCommand({ SubscriptionArn: arn }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining(
      'Cannot unsubscribe a subscription that is pending confirmation',
    ) as unknown,
  });
  expect(await attributes(arn)).toMatchObject({ PendingConfirmation: 'true' });
});

test('fails for what is no address', async () => {
  await expect(subscribe(await newTopic(), 'email', 'oncall')).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});

test('leaves other subscriptions as they are', async () => {
  const TopicArn = await newTopic();
  const arn = await subscribe(TopicArn, 'sqs', 'arn:aws:sqs:us-east-1:123456789012:queue');
  expect(await attributes(arn)).toMatchObject({ PendingConfirmation: 'false' });
  const { Subscriptions } = await sns().send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions).toEqual([expect.objectContaining({ SubscriptionArn: arn })]);
  await sns().send(new UnsubscribeCommand({ SubscriptionArn: arn }));
  await expect(attributes(arn)).rejects.toMatchObject({ name: 'NotFoundException' });
});
