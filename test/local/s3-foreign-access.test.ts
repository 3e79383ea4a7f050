import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const Bucket = 'somebody-elses';
const PRODUCER = 'arn:aws:iam::123456789012:role/producer';
const DENIED = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };

let owner: S3Client;
let producer: S3Client;
let stranger: S3Client;

const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const setPolicy = (...statements: object[]) =>
  owner.send(new PutBucketPolicyCommand({ Bucket, Policy: document(...statements) }));
const write = (client: S3Client, Key: string, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));

/** As a role of an account. */
const as = async (account: string, role: string) => new S3Client(await inAccount(local, account, role));

const WRITES = {
  Effect: 'Allow',
  Principal: { AWS: [PRODUCER] },
  Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
  Resource: `arn:aws:s3:::${Bucket}/events/*`,
};
const TLS_ONLY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const KMS_ONLY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: `arn:aws:s3:::${Bucket}/*`,
  Condition: {
    StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
    Null: { 's3:x-amz-server-side-encryption': 'false' },
  },
};

beforeAll(async () => {
  owner = await as(await memberAccount(local), 'owner');
  producer = await as('123456789012', 'producer');
  stranger = await as('123456789012', 'stranger');
  await owner.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
  );
  await setPolicy(TLS_ONLY, KMS_ONLY, WRITES);
  await write(owner, 'events/1');
});

test('the account of a bucket does there what it likes', async () => {
  await expect(owner.send(new GetObjectCommand({ Bucket, Key: 'events/1' }))).resolves.toBeDefined();
  await expect(owner.send(new ListObjectsV2Command({ Bucket }))).resolves.toBeDefined();
});

test('the role that a policy names does what the policy says', async () => {
  await expect(write(producer, 'events/2')).resolves.toBeDefined();
  const parts = { Bucket, Key: 'events/parts' };
  const { UploadId } = await producer.send(new CreateMultipartUploadCommand(parts));
  await expect(producer.send(new AbortMultipartUploadCommand({ ...parts, UploadId }))).resolves.toBeDefined();
});

test.each([
  ['write a prefix that begins alike', () => write(producer, 'events-2/1')],
  ['ask for another encryption', () => write(producer, 'events/3', { ServerSideEncryption: 'AES256' })],
  ['read', () => producer.send(new GetObjectCommand({ Bucket, Key: 'events/1' }))],
  ['list', () => producer.send(new ListObjectsV2Command({ Bucket, Prefix: 'events/' }))],
  ['delete', () => producer.send(new DeleteObjectCommand({ Bucket, Key: 'events/1' }))],
  [
    'delete several at once',
    () => producer.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'events/1' }] } })),
  ],
  [
    'copy what it may not read to where it may write',
    () => producer.send(new CopyObjectCommand({ Bucket, Key: 'events/4', CopySource: `${Bucket}/events/1` })),
  ],
])('and does not %s', async (_, call) => {
  await expect(call()).rejects.toMatchObject(DENIED);
});

test('HEAD is refused too, without a body to say why', async () => {
  const forbidden = { $metadata: { httpStatusCode: 403 } };
  await expect(producer.send(new HeadObjectCommand({ Bucket, Key: 'events/1' }))).rejects.toMatchObject(
    forbidden,
  );
  await expect(producer.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject(forbidden);
});

test('another role of the same account is refused', async () => {
  await expect(write(stranger, 'events/5')).rejects.toMatchObject({
    ...DENIED,
    message: expect.stringContaining(
      'User: arn:aws:iam::123456789012:role/stranger is not authorized to perform: s3:PutObject',
    ) as string,
  });
});

test('without credentials of a role, the account itself is refused', async () => {
  await expect(write(new S3Client(awsClientConfig(local.cloud)), 'events/6')).rejects.toMatchObject(DENIED);
});

describe('a policy that names', () => {
  afterEach(() => setPolicy(TLS_ONLY, KMS_ONLY, WRITES));

  it('a whole account lets in each of its roles', async () => {
    await setPolicy({ ...WRITES, Principal: { AWS: '123456789012' } });
    await expect(write(stranger, 'events/7')).resolves.toBeDefined();
  });

  it('prefixes of listings is followed', async () => {
    await setPolicy({
      ...WRITES,
      Action: 's3:ListBucket',
      Resource: `arn:aws:s3:::${Bucket}`,
      Condition: { StringLike: { 's3:prefix': 'events/*' } },
    });
    const list = (Prefix: string) => producer.send(new ListObjectsV2Command({ Bucket, Prefix }));
    await expect(list('events/dt=1')).resolves.toBeDefined();
    await expect(list('events')).rejects.toMatchObject(DENIED);
  });

  it('what is not understood here is said to be so', async () => {
    await setPolicy({ ...WRITES, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } });
    await expect(write(producer, 'events/8')).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('does not evaluate the condition operator IpAddress') as string,
    });
  });
});

test('fails with what S3 says when there is no such bucket', async () => {
  const nowhere = new GetObjectCommand({ Bucket: 'nobody-has-this', Key: 'x' });
  await expect(producer.send(nowhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
});
