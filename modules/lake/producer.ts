import { createHash } from 'node:crypto';
import type { PolicyStatement } from '../iam/policy-document';

/** Somebody who delivers events into the lake: Kafka Connect, MSK Connect, Firehose. */
export interface LakeProducer {
  /** ARNs of roles, users or account roots. They must exist: S3 and KMS refuse policies that name others. */
  readonly principals: readonly string[];
  /** Prefix that they write below, ending in a slash. */
  readonly prefix: string;
}

/** Producers by name. */
export type LakeProducers = Readonly<Record<string, LakeProducer>>;

/**
 * Statements of a bucket policy that let each producer write below its prefix: no reading, no listing, no
 * deleting, no other prefix. Large files are uploaded in parts, which needs no further action:
 * `s3:PutObject` covers them all, and aborting is `s3:AbortMultipartUpload` ("Multipart upload API and
 * permissions", https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html).
 *
 * A principal of the bucket's own account may also do what its IAM policies say.
 */
export function producerWrites(producers: LakeProducers, bucketArn: string): PolicyStatement[] {
  const names = Object.keys(producers);
  return Object.entries(producers).map(([name, { principals, prefix }]) => ({
    Sid: `Write${sidPart(name, names)}`,
    Effect: 'Allow',
    Principal: { AWS: principals },
    Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
    Resource: `${bucketArn}/${prefix}*`,
  }));
}

export interface ProducerKeyAccessProps {
  readonly region: string;
  /** Name of the bucket that producers write to. Text and no reference: the bucket needs the key. */
  readonly bucketName: string;
  readonly producers: LakeProducers;
}

/**
 * Statement of a key policy that lets producers encrypt what they write, through S3 and for one bucket only.
 * None when there are no producers. Uploads in parts need `kms:Decrypt` too: S3 reads the parts to join them
 * ("Uploading a large file to Amazon S3 with encryption using an AWS KMS key",
 * https://repost.aws/knowledge-center/s3-large-file-encryption-kms-key).
 *
 * The encryption context is the bucket with S3 Bucket Keys, else the object ("Using Amazon S3 Bucket Keys",
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html).
 */
export function producerKeyAccess(props: ProducerKeyAccessProps): PolicyStatement[] {
  const principals = Object.values(props.producers).flatMap((producer) => producer.principals);
  if (principals.length === 0) return [];
  const bucketArn = `arn:aws:s3:::${props.bucketName}`;
  return [
    {
      Sid: 'ProducersEncryptWhatTheyWrite',
      Effect: 'Allow',
      Principal: { AWS: [...new Set(principals)] },
      Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
      // In a key policy `*` is the key itself.
      Resource: '*',
      Condition: {
        StringEquals: { 'kms:ViaService': `s3.${props.region}.amazonaws.com` },
        StringLike: { 'kms:EncryptionContext:aws:s3:arn': [bucketArn, `${bucketArn}/*`] },
      },
    },
  ];
}

/** The name in letters and digits, which is all a Sid takes, and unlike that of any other producer: `a1` and `a-1` are both `A1`. */
function sidPart(name: string, names: readonly string[]): string {
  const part = pascalCase(name);
  if (names.filter((other) => pascalCase(other) === part).length === 1) return part;
  return part + createHash('sha256').update(name).digest('hex').slice(0, 8);
}

/** `kafka-connect` as `KafkaConnect`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}
