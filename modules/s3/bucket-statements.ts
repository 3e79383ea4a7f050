import type { PolicyStatement } from '../iam/policy-document';

/**
 * Refuses plain HTTP to everybody, the account itself and AWS services included.
 *
 * Source: "Enforce encryption of data in transit", Security best practices for Amazon S3
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html).
 */
export function denyPlainHttp(bucketArn: string): PolicyStatement {
  return {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/**
 * Refuses objects that ask to be encrypted with anything but one key. An upload that asks for nothing gets
 * the bucket's default, which is that key, and goes through.
 *
 * `Null` goes with each comparison: a negated operator is also true when the request lacks the header.
 *
 * Source: "Requiring SSE-KMS for all objects written to a bucket"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html).
 */
export function denyOtherEncryption(bucketArn: string, kmsKeyArn: string): PolicyStatement[] {
  const deny = (Sid: string, header: string, value: string): PolicyStatement => ({
    Sid,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${bucketArn}/*`,
    Condition: { StringNotEquals: { [header]: value }, Null: { [header]: 'false' } },
  });
  return [
    deny('DenyOtherEncryption', 's3:x-amz-server-side-encryption', 'aws:kms'),
    deny('DenyOtherKeys', 's3:x-amz-server-side-encryption-aws-kms-key-id', kmsKeyArn),
  ];
}

/** A bucket whose requests are logged elsewhere, and the prefix below which. */
export interface LoggedBucket {
  readonly bucketName: string;
  /** Ends in a slash. */
  readonly prefix: string;
}

/**
 * Lets S3 deliver the access logs of these buckets, and of no bucket of anybody else.
 *
 * Source: "Permissions for log delivery", Enabling Amazon S3 server access logging
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html).
 *
 * @param accountId account of the buckets
 */
export function acceptAccessLogs(
  bucketArn: string,
  accountId: string,
  logged: readonly LoggedBucket[],
): PolicyStatement {
  return {
    Sid: 'AcceptAccessLogs',
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: logged.map(({ prefix }) => `${bucketArn}/${prefix}*`),
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: {
        'aws:SourceArn': logged.map(({ bucketName }) => `arn:aws:s3:::${bucketName}`),
      },
    },
  };
}
