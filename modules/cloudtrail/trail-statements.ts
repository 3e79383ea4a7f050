import type { PolicyStatement } from '../iam/policy-document';

const CLOUDTRAIL = { Service: 'cloudtrail.amazonaws.com' };

/**
 * Bucket policy that lets one trail, and no other of any account, write its logs.
 *
 * Source: "Amazon S3 bucket policy for CloudTrail", organization trails
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html).
 *
 * @param owners ids that stand below `AWSLogs/`: of the management account and of the organization
 */
export function trailWrites(
  bucketArn: string,
  trailArn: string,
  owners: readonly string[],
): PolicyStatement[] {
  return [
    {
      Sid: 'CloudTrailChecksAcl',
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 's3:GetBucketAcl',
      Resource: bucketArn,
      Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
    },
    {
      Sid: 'CloudTrailWrites',
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 's3:PutObject',
      Resource: owners.map((owner) => `${bucketArn}/AWSLogs/${owner}/*`),
      Condition: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceArn': trailArn },
      },
    },
  ];
}

/**
 * Nobody deletes logs, administrators of the management account included, which no service control policy binds;
 * whoever must, changes this policy first, and that is on record. Expiry by the lifecycle is S3's own and asks no
 * policy.
 */
export function denyDeletingLogs(bucketArn: string): PolicyStatement {
  return {
    Sid: 'DenyDeletingLogs',
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    Resource: `${bucketArn}/*`,
  };
}

/**
 * Nobody but AWS writes: an object put over a log makes an old version of it, and those the lifecycle deletes after
 * weeks and not after years. A log that somebody made up would lie among the others besides.
 *
 * Source: `aws:PrincipalIsAWSService`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice).
 */
export function denyWritingLogs(bucketArn: string): PolicyStatement {
  return {
    Sid: 'DenyWritingLogs',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${bucketArn}/*`,
    Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
  };
}

/**
 * Key policy that lets one trail encrypt; whoever may read is for IAM policies of the account to say.
 *
 * Source: "Configure AWS KMS key policies for CloudTrail"
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html).
 */
export function trailEncrypts(trailArn: string, accountId: string): PolicyStatement[] {
  return [
    {
      Sid: 'CloudTrailEncrypts',
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 'kms:GenerateDataKey*',
      // In a key policy `*` is the key itself.
      Resource: '*',
      Condition: {
        StringEquals: { 'aws:SourceArn': trailArn },
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${accountId}:trail/*`,
        },
      },
    },
    {
      Sid: 'CloudTrailDescribesKey',
      Effect: 'Allow',
      Principal: CLOUDTRAIL,
      Action: 'kms:DescribeKey',
      // In a key policy `*` is the key itself.
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
    },
  ];
}
