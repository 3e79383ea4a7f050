import { ANALYST, BUCKET, by, type Calls, DEPLOYER, PIPELINE } from './service-control-calls';

const EVERYBODY = 'uri="http://acs.amazonaws.com/groups/global/AllUsers"';
const ANY_ACCOUNT = 'uri="http://acs.amazonaws.com/groups/global/AuthenticatedUsers"';
const SOMEBODY = 'id="79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"';

/** What `deny-public-s3` is about. */
export const PUBLIC_S3_CALLS: Calls = {
  denied: {
    "taking down the account's block": by(ANALYST, 's3:PutAccountPublicAccessBlock'),
    "taking down a bucket's block": by(ANALYST, 's3:PutBucketPublicAccessBlock', BUCKET),
    'a public bucket': by(ANALYST, 's3:PutBucketAcl', BUCKET, { 's3:x-amz-acl': 'public-read' }),
    'a public object, even to deployments': by(DEPLOYER, 's3:PutObject', `${BUCKET}/a`, {
      's3:x-amz-acl': 'public-read-write',
    }),
    'a bucket that everybody reads': by(ANALYST, 's3:CreateBucket', BUCKET, {
      's3:x-amz-grant-read': EVERYBODY,
    }),
    'a bucket that every account writes to, after somebody': by(ANALYST, 's3:PutBucketAcl', BUCKET, {
      's3:x-amz-grant-write': `${SOMEBODY}, ${ANY_ACCOUNT}`,
    }),
    'an object whose ACL everybody reads': by(ANALYST, 's3:PutObjectVersionAcl', `${BUCKET}/a`, {
      's3:x-amz-grant-read-acp': EVERYBODY,
    }),
    'an object whose ACL every account writes': by(ANALYST, 's3:PutObjectAcl', `${BUCKET}/a`, {
      's3:x-amz-grant-write-acp': ANY_ACCOUNT,
    }),
    'an object of everybody, even to deployments': by(DEPLOYER, 's3:PutObject', `${BUCKET}/a`, {
      's3:x-amz-grant-full-control': EVERYBODY,
    }),
  },
  passes: {
    'the block, to deployments': by(DEPLOYER, 's3:PutAccountPublicAccessBlock'),
    "a bucket's block, to deployments": by(PIPELINE, 's3:PutBucketPublicAccessBlock', BUCKET),
    "looking at a bucket's block": by(ANALYST, 's3:GetBucketPublicAccessBlock', BUCKET),
    'a bucket that somebody reads': by(ANALYST, 's3:CreateBucket', BUCKET, {
      's3:x-amz-grant-read': SOMEBODY,
    }),
    'a bucket that somebody writes to': by(ANALYST, 's3:PutBucketAcl', BUCKET, {
      's3:x-amz-grant-write': SOMEBODY,
    }),
    'an object whose ACL somebody reads and writes': by(ANALYST, 's3:PutObjectAcl', `${BUCKET}/a`, {
      's3:x-amz-grant-read-acp': SOMEBODY,
      's3:x-amz-grant-write-acp': SOMEBODY,
    }),
    'an object of somebody': by(ANALYST, 's3:PutObject', `${BUCKET}/a`, {
      's3:x-amz-grant-full-control': SOMEBODY,
    }),
    'an object': by(ANALYST, 's3:PutObject', `${BUCKET}/a`),
    'an object for the owner of the bucket': by(ANALYST, 's3:PutObject', `${BUCKET}/a`, {
      's3:x-amz-acl': 'bucket-owner-full-control',
    }),
  },
};
