import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const s3 = (): S3Client => new S3Client(awsClientConfig(local.cloud));

async function newBucket(Bucket: string): Promise<string> {
  await s3().send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
  );
  return Bucket;
}

test('the AWS CLI uploads 20 MB and gets the same bytes back', async () => {
  const bucket = await newBucket('cli-uploads');
  const sent = randomBytes(20_000_000);
  await writeFile(path.join(local.root, 'sent'), sent);
  expect(await local.run('aws', 's3', 'cp', 'sent', `s3://${bucket}/big`)).toMatchObject({ code: 0 });
  expect(await local.run('aws', 's3', 'cp', `s3://${bucket}/big`, 'received')).toMatchObject({ code: 0 });
  expect((await readFile(path.join(local.root, 'received'))).equals(sent)).toBe(true);
}, 30_000);

test('the JavaScript SDK uploads a stream as aws-chunked and gets the same bytes back', async () => {
  const Bucket = await newBucket('chunked-uploads');
  const sent = randomBytes(300_000);
  const client = s3();
  let encoding: string | undefined;
  client.middlewareStack.add(
    (next) => (args) => {
      encoding = (args.request as { headers: Record<string, string> }).headers['content-encoding'];
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await client.send(
    new PutObjectCommand({ Bucket, Key: 'x', Body: Readable.from([sent]), ContentLength: sent.length }),
  );
  expect(encoding).toBe('aws-chunked');
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'x' }));
  expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(sent)).toBe(true);
});

test('a HEAD tells the size of an object that it does not send', async () => {
  const Bucket = await newBucket('heads');
  await s3().send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'four' }));
  expect(await s3().send(new HeadObjectCommand({ Bucket, Key: 'x' }))).toMatchObject({ ContentLength: 4 });
});

test.each(['a b+c%2F/é.txt', 'double//slash', "quote'and?mark"])(
  'a key arrives as it was sent: %s',
  async (Key) => {
    const Bucket = await newBucket(`keys-${Buffer.from(Key).toString('hex').slice(0, 20)}`);
    await s3().send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    const { stdout } = await local.run(
      'aws',
      's3api',
      'list-objects-v2',
      '--bucket',
      Bucket,
      '--query',
      'Contents[].Key',
    );
    expect(JSON.parse(stdout)).toEqual([Key]);
  },
);

test.each(['b'.repeat(63), 'with.dots.in-it'])(
  'a bucket is reached under its own host name: %s',
  async (name) => {
    const Bucket = await newBucket(name);
    await expect(s3().send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'x' }))).resolves.toBeDefined();
  },
);

test('S3 Control is reached with the account id in its host name', async () => {
  const client = new S3ControlClient(awsClientConfig(local.cloud));
  const AccountId = '123456789012';
  const block = {
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  };
  await client.send(new PutPublicAccessBlockCommand({ AccountId, PublicAccessBlockConfiguration: block }));
  const found = await client.send(new GetPublicAccessBlockCommand({ AccountId }));
  expect(found.PublicAccessBlockConfiguration).toEqual(block);
});

test('fails on an object that does not exist as AWS does, not as a call that is not emulated', async () => {
  const Bucket = await newBucket('missing-objects');
  await expect(s3().send(new GetObjectCommand({ Bucket, Key: 'no' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  });
  await expect(s3().send(new HeadObjectCommand({ Bucket, Key: 'no' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});
