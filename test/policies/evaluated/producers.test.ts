import { decide } from '../decide';
import {
  stack,
  DAILY,
  KAFKA,
  FIREHOSE,
  RAW,
  CURATED,
  ARTIFACTS,
  THROUGH_S3,
  inBucket,
  below,
  type Case,
  itDecides,
  encryptedWith,
  DATA_KEY,
  LOGS_KEY,
} from './stage-under-test';

const CROSS_ACCOUNT_PRODUCER = {
  may: [
    ['write below its prefix', 's3:PutObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['name the right key while it writes', 's3:PutObject', `${RAW}/events/1.json`, encryptedWith(DATA_KEY)],
    ['give up an upload', 's3:AbortMultipartUpload', `${RAW}/events/1.json`],
    ['encrypt what it writes', 'kms:GenerateDataKey', DATA_KEY, { ...THROUGH_S3, ...inBucket(RAW) }],
    [
      'encrypt it without a bucket key',
      'kms:GenerateDataKey',
      DATA_KEY,
      { ...THROUGH_S3, ...inBucket(`${RAW}/events/1.json`) },
    ],
    ['join the parts of an upload', 'kms:Decrypt', DATA_KEY, { ...THROUGH_S3, ...inBucket(RAW) }],
  ] as const satisfies readonly Case[],
  mayNot: [
    ['read what it wrote', 's3:GetObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['list what it wrote', 's3:ListBucket', RAW, below('events/')],
    ['delete what it wrote', 's3:DeleteObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['delete a version of it', 's3:DeleteObjectVersion', `${RAW}/events/1.json`],
    ['see its unfinished uploads', 's3:ListBucketMultipartUploads', RAW],
    ['tag what it wrote', 's3:PutObjectTagging', `${RAW}/events/1.json`],
    ['open what it wrote to others', 's3:PutObjectAcl', `${RAW}/events/1.json`],
    ['write the prefix of another producer', 's3:PutObject', `${RAW}/partner/1.json`],
    ['write a prefix that begins alike', 's3:PutObject', `${RAW}/events-2/1.json`],
    ['write at the root', 's3:PutObject', `${RAW}/1.json`],
    ['write curated', 's3:PutObject', `${CURATED}/events/1.json`],
    ['write artifacts', 's3:PutObject', `${ARTIFACTS}/events/1.json`],
    ['change the policy of raw', 's3:PutBucketPolicy', RAW],
    ['delete raw', 's3:DeleteBucket', RAW],
    ['encrypt with another key', 's3:PutObject', `${RAW}/events/1.json`, encryptedWith(LOGS_KEY)],
    [
      'encrypt with a key of S3',
      's3:PutObject',
      `${RAW}/events/1.json`,
      { 's3:x-amz-server-side-encryption': 'AES256' },
    ],
    ['write without TLS', 's3:PutObject', `${RAW}/events/1.json`, { 'aws:SecureTransport': 'false' }],
    ['use the key other than through S3', 'kms:GenerateDataKey', DATA_KEY, inBucket(RAW)],
    ['use the key for another bucket', 'kms:Decrypt', DATA_KEY, { ...THROUGH_S3, ...inBucket(CURATED) }],
    [
      'use the key for a bucket that begins alike',
      'kms:Decrypt',
      DATA_KEY,
      { ...THROUGH_S3, ...inBucket(`${RAW}-2`) },
    ],
    ['decrypt anything at all', 'kms:Decrypt', DATA_KEY],
    ['use the key of the logs', 'kms:GenerateDataKey', LOGS_KEY, { ...THROUGH_S3, ...inBucket(RAW) }],
    ['become a job', 'sts:AssumeRole', DAILY],
  ] as const satisfies readonly Case[],
};

itDecides(
  'a producer of another account, which is allowed everything there',
  KAFKA,
  CROSS_ACCOUNT_PRODUCER.may,
  CROSS_ACCOUNT_PRODUCER.mayNot,
);

describe('a producer of the account without rights of its own', () => {
  const NOTHING = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'No', Effect: 'Deny', Action: 'iam:*', Resource: '*' }],
  };
  it.each([
    ['may write below its prefix', 's3:PutObject', 'clicks/1.json', 'Allowed'],
    ['may not write the prefix of another', 's3:PutObject', 'events/1.json', 'ImplicitlyDenied'],
    ['may not read what it wrote', 's3:GetObject', 'clicks/1.json', 'ImplicitlyDenied'],
    ['may not delete what it wrote', 's3:DeleteObject', 'clicks/1.json', 'ImplicitlyDenied'],
  ])('%s', async (_, action, key, expected) => {
    const asked = { principal: FIREHOSE, action, resource: `${RAW}/${key}` };
    await expect(decide(stack, asked, NOTHING)).resolves.toBe(expected);
  });
});
