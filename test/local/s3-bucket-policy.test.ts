import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';
import { inAccount, memberAccount } from './boto3';

const local = useCloud();
const s3 = (): S3Client => new S3Client(awsClientConfig(local.cloud));

const eu = { LocationConstraint: 'eu-west-1' } as const;
const tlsOnly = (bucket: string) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const allow = (bucket: string, more: object) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${bucket}/*`,
  ...more,
});
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

async function newBucket(Bucket: string): Promise<string> {
  await s3().send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: eu }));
  return Bucket;
}

const put = (Bucket: string, Policy: string) => s3().send(new PutBucketPolicyCommand({ Bucket, Policy }));

test('a policy comes back letter by letter', async () => {
  const Bucket = await newBucket('exact-policy');
  const Policy = `{ "Version": "2012-10-17",\n  "Statement": [${JSON.stringify(tlsOnly(Bucket))}] }`;
  await put(Bucket, Policy);
  expect((await s3().send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy);
  const cli = await local.run('aws', 's3api', 'get-bucket-policy', '--bucket', Bucket, '--output', 'text');
  expect(cli.stdout.trimEnd()).toBe(Policy);
});

test('a policy that denies plain HTTP lets objects be written', async () => {
  const Bucket = await newBucket('tls-only');
  await put(Bucket, document(tlsOnly(Bucket)));
  await expect(s3().send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'x' }))).resolves.toBeDefined();
});

test('a policy may name principals of accounts outside the organization', async () => {
  const Bucket = await newBucket('foreign-producers');
  const AWS = ['arn:aws:iam::999988887777:role/kafka-connect', '999988887777'];
  await expect(put(Bucket, document(allow(Bucket, { Principal: { AWS } })))).resolves.toBeDefined();
});

test('a deleted policy is gone', async () => {
  const Bucket = await newBucket('deleted-policy');
  await put(Bucket, document(tlsOnly(Bucket)));
  await s3().send(new DeleteBucketPolicyCommand({ Bucket }));
  await expect(s3().send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchBucketPolicy',
    $metadata: { httpStatusCode: 404 },
  });
});

test('works on a bucket of a member account', async () => {
  const member = new S3Client(await inAccount(local, await memberAccount(local)));
  const Bucket = 'bucket-of-member';
  await member.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: eu }));
  await member.send(new PutBucketPolicyCommand({ Bucket, Policy: document(tlsOnly(Bucket)) }));
  expect((await member.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(document(tlsOnly(Bucket)));
  await member.send(new DeleteBucketCommand({ Bucket }));
});

test('fails on a bucket that does not exist', async () => {
  const Bucket = 'no-such-bucket';
  await expect(put(Bucket, document(tlsOnly(Bucket)))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  await expect(s3().send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test.each([
  ['is no JSON', 'Version: 2012', "Policies must be valid JSON and the first byte must be '{'"],
  ['is broken JSON', '{"Statement": [', 'This policy contains invalid Json'],
  ['has no statement', '{"Version": "2012-10-17"}', 'Missing required field Statement'],
  ['has no principal', document(allow('bad-policies', {})), 'Missing required field Principal'],
  [
    'has no effect',
    document({ ...tlsOnly('bad-policies'), Effect: undefined }),
    'Missing required field Effect',
  ],
  [
    'names an impossible principal',
    document(allow('bad-policies', { Principal: { AWS: 'kafka-connect' } })),
    'Invalid principal in policy',
  ],
  [
    'names an action of another service',
    document(allow('bad-policies', { Principal: '*', Action: 'sqs:SendMessage' })),
    'Policy has invalid action',
  ],
  [
    'names another bucket',
    document(allow('bad-policies', { Principal: '*', Resource: 'arn:aws:s3:::other/*' })),
    'Policy has invalid resource',
  ],
])('fails when the policy %s', async (_, policy, message) => {
  await newBucket('bad-policies').catch(() => undefined);
  await expect(put('bad-policies', policy)).rejects.toMatchObject({ name: 'MalformedPolicy', message });
});

test('fails when the policy is larger than S3 takes', async () => {
  const Bucket = await newBucket('large-policy');
  const many = Array.from({ length: 200 }, () => tlsOnly(Bucket));
  await expect(put(Bucket, document(...many))).rejects.toMatchObject({ name: 'PolicyTooLarge' });
});

test.each([
  ['everybody', { Principal: '*' }, true],
  ['everybody, written as an account', { Principal: { AWS: ['*'] } }, true],
  ['one role', { Principal: { AWS: 'arn:aws:iam::999988887777:role/x' } }, false],
  [
    'everybody in an organization',
    { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } },
    false,
  ],
  [
    'everybody on the internet by address',
    { Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } },
    true,
  ],
  [
    'everybody but a range of addresses',
    { Principal: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
    true,
  ],
])('knows whether a policy is public that admits %s', async (_, more, isPublic) => {
  const Bucket = 'public-or-not';
  await newBucket(Bucket).catch(() => undefined);
  await put(Bucket, document(allow(Bucket, more)));
  const { PolicyStatus } = await s3().send(new GetBucketPolicyStatusCommand({ Bucket }));
  expect(PolicyStatus).toEqual({ IsPublic: isPublic });
});

test('fails when the policy is public and the bucket blocks that', async () => {
  const Bucket = await newBucket('blocks-public-policies');
  await s3().send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
    }),
  );
  await expect(put(Bucket, document(allow(Bucket, { Principal: '*' })))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('BlockPublicPolicy') as string,
  });
});
