import { STAGE_ACCOUNT } from '../../support/policies';
import { PRODUCER_ACCOUNT } from '../../support/policy-config';
import { type Access, decide } from '../decide';
import { access, DAILY, DATA_KEY, LOGS_KEY, NODE, REGION, stack, STRANGER } from './stage-under-test';

describe('the alarms of CloudWatch', () => {
  const TOPIC = stack.arn('aws_sns_topic', ':sandbox-alarms');
  const CLOUDWATCH = 'cloudwatch.amazonaws.com';
  const from = (account: string, region = REGION) => ({
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:cloudwatch:${region}:${account}:alarm:sandbox-emr-main-idle`,
  });
  const ofAccount = (account: string) => ({ 'aws:SourceAccount': account });
  const HERE = from(STAGE_ACCOUNT);

  it.each<[string, Access, string]>([
    ['send', access(CLOUDWATCH, 'sns:Publish', TOPIC, HERE), 'Allowed'],
    [
      'cannot send from another account',
      access(CLOUDWATCH, 'sns:Publish', TOPIC, from(PRODUCER_ACCOUNT)),
      'ImplicitlyDenied',
    ],
    [
      'cannot send from another region',
      access(CLOUDWATCH, 'sns:Publish', TOPIC, from(STAGE_ACCOUNT, 'us-east-1')),
      'ImplicitlyDenied',
    ],
    [
      'cannot send when nobody says whose they are',
      access(CLOUDWATCH, 'sns:Publish', TOPIC),
      'ImplicitlyDenied',
    ],
    [
      'cannot send in the clear',
      access(CLOUDWATCH, 'sns:Publish', TOPIC, { ...HERE, 'aws:SecureTransport': 'false' }),
      'ExplicitlyDenied',
    ],
    ['cannot subscribe', access(CLOUDWATCH, 'sns:Subscribe', TOPIC, HERE), 'ImplicitlyDenied'],
    ['encrypt', access(CLOUDWATCH, 'kms:GenerateDataKey', LOGS_KEY, ofAccount(STAGE_ACCOUNT)), 'Allowed'],
    [
      'read what SNS has encrypted',
      access(CLOUDWATCH, 'kms:Decrypt', LOGS_KEY, ofAccount(STAGE_ACCOUNT)),
      'Allowed',
    ],
    [
      'cannot encrypt for another account',
      access(CLOUDWATCH, 'kms:GenerateDataKey', LOGS_KEY, ofAccount(PRODUCER_ACCOUNT)),
      'ImplicitlyDenied',
    ],
    [
      'cannot use the key of the data',
      access(CLOUDWATCH, 'kms:GenerateDataKey', DATA_KEY, ofAccount(STAGE_ACCOUNT)),
      'ImplicitlyDenied',
    ],
    [
      'cannot delete the key',
      access(CLOUDWATCH, 'kms:ScheduleKeyDeletion', LOGS_KEY, ofAccount(STAGE_ACCOUNT)),
      'ImplicitlyDenied',
    ],
  ])('%s', async (_, asked, expected) => {
    await expect(decide(stack, asked)).resolves.toBe(expected);
  });

  it.each([
    ['another service', 's3.amazonaws.com'],
    ['another account', STRANGER],
    ['somebody without a name', 'anonymous'],
    ['a node of a cluster', NODE],
    ['a job', DAILY],
  ])('are not taken for %s, which cannot send', async (_, principal) => {
    await expect(decide(stack, access(principal, 'sns:Publish', TOPIC, HERE))).resolves.toMatch(/Denied$/);
  });
});
