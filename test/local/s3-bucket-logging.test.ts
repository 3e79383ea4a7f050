import {
  CreateBucketCommand,
  GetBucketLoggingCommand,
  PutBucketLoggingCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const source = 'logged';
const target = 'access-logs';

let s3: S3Client;
beforeAll(async () => {
  s3 = new S3Client(awsClientConfig(local.cloud));
  for (const Bucket of [source, target]) {
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  }
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: [`arn:aws:s3:::${target}/raw/*`],
  };
  const Policy = JSON.stringify({ Statement: [{ ...statement, Effect: 'Deny', Principal: '*', Resource: `arn:aws:s3:::${target}`, Action: 's3:*' }, statement] }); // prettier-ignore
  await s3.send(new PutBucketPolicyCommand({ Bucket: target, Policy }));
});

const turnOn = (TargetBucket: string, TargetPrefix: string) =>
  s3.send(
    new PutBucketLoggingCommand({
      Bucket: source,
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket, TargetPrefix } },
    }),
  );
const current = async () => (await s3.send(new GetBucketLoggingCommand({ Bucket: source }))).LoggingEnabled;

test('logging is off, then on, then off again', async () => {
  expect(await current()).toBeUndefined();
  await turnOn(target, 'raw/');
  expect(await current()).toEqual({ TargetBucket: target, TargetPrefix: 'raw/' });
  await s3.send(new PutBucketLoggingCommand({ Bucket: source, BucketLoggingStatus: {} }));
  expect(await current()).toBeUndefined();
});

test('boto3 reads what the JavaScript SDK has set', async () => {
  await turnOn(target, 'raw/');
  const { output } = await boto3Call(local, 's3', 'get_bucket_logging', { Bucket: source });
  expect(output).toEqual({ LoggingEnabled: { TargetBucket: target, TargetPrefix: 'raw/' } });
});

test.each([
  ['lets S3 write nowhere', source, 'raw/'],
  ['lets S3 write below another prefix', target, 'curated/'],
])('fails when the policy of the target %s', async (_, bucket, prefix) => {
  await expect(turnOn(bucket, prefix)).rejects.toMatchObject({
    name: 'InvalidTargetBucketForLogging',
    message: expect.stringContaining(
      `the policy of ${bucket} does not let logging.s3.amazonaws.com`,
    ) as string,
  });
});

test('fails when the target does not exist', async () => {
  await expect(turnOn('nowhere-at-all', 'raw/')).rejects.toMatchObject({
    name: 'InvalidTargetBucketForLogging',
    message: 'The target bucket for logging does not exist',
  });
});

test('fails when the bucket itself does not exist', async () => {
  await expect(s3.send(new GetBucketLoggingCommand({ Bucket: 'no-such' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('fails without a prefix', async () => {
  const called = await boto3Call(local, 's3', 'put_bucket_logging', {
    Bucket: source,
    BucketLoggingStatus: { LoggingEnabled: { TargetBucket: target } },
  });
  expect(called).toMatchObject({ code: 'MalformedXML', status: 400 });
});
