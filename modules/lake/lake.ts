import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { Bucket, type BucketProps } from '../s3/bucket';
import type { BucketLifecycle } from '../s3/bucket-lifecycle';
import { acceptAccessLogs, type LoggedBucket } from '../s3/bucket-statements';
import { LAKE_BUCKETS, lakeBucketName, type LakePurpose } from './lake-bucket-name';
import { type LakeProducers, producerWrites } from './producer';

export interface LakeProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  /** Prefix of the bucket names: `<name>-<purpose>-<accountId>`. At most 36 characters. */
  readonly name: string;
  /** Key that encrypts the data; its policy must admit the producers (`producerKeyAccess`). */
  readonly kmsKeyArn: string;
  readonly lifecycle: Readonly<Record<LakePurpose, BucketLifecycle>>;
  /** Who writes into raw, by name. */
  readonly producers: LakeProducers;
  /** Buckets beside the lake whose requests are logged in the lake's access logs, by name, each below its own prefix. */
  readonly otherLoggedBuckets: readonly LoggedBucket[];
  /** Whether `terraform destroy` may delete the buckets with everything in them. */
  readonly isDisposable: boolean;
}

/**
 * The buckets of a data lake. `raw` holds data as it arrived, `curated` as it is used; then there are query
 * results, artifacts (code, logs of clusters), and the server access logs of the others.
 */
export class Lake extends Construct {
  readonly raw: Bucket;
  readonly curated: Bucket;
  readonly queryResults: Bucket;
  readonly artifacts: Bucket;
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, props: LakeProps) {
    super(scope, id);
    this.accessLogs = this.bucket('accessLogs', props, {
      statements: (bucketArn) => [acceptAccessLogs(bucketArn, props.accountId, loggedBuckets(props))],
    });
    const data = { kmsKeyArn: props.kmsKeyArn };
    this.raw = this.bucket('raw', props, {
      ...data,
      statements: (bucketArn) => producerWrites(props.producers, bucketArn),
    });
    this.curated = this.bucket('curated', props, data);
    this.queryResults = this.bucket('queryResults', props, data);
    // EMR's service writes cluster logs here, and asks for AES-256 where a cluster names no key for its logs
    // (`LogEncryptionKmsKeyId`, https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html). A
    // refused log would be lost in silence.
    this.artifacts = this.bucket('artifacts', props, { ...data, allowsOtherEncryption: true });
  }

  private bucket(
    purpose: LakePurpose,
    props: LakeProps,
    special: Pick<BucketProps, 'kmsKeyArn' | 'statements' | 'allowsOtherEncryption'>,
  ): Bucket {
    return new Bucket(this, LAKE_BUCKETS[purpose], {
      provider: props.provider,
      name: lakeBucketName(props.name, purpose, props.accountId),
      lifecycle: props.lifecycle[purpose],
      isDisposable: props.isDisposable,
      // A bucket that logs to itself would log the writing of its logs, for ever.
      ...(purpose === 'accessLogs'
        ? {}
        : { accessLogs: { bucket: this.accessLogs, prefix: `${LAKE_BUCKETS[purpose]}/` } }),
      ...special,
    });
  }
}

/** Every bucket of the lake but the one for access logs, and those beside it. */
function loggedBuckets({ name, accountId, otherLoggedBuckets }: LakeProps): LoggedBucket[] {
  const ofLake = (Object.keys(LAKE_BUCKETS) as LakePurpose[])
    .filter((purpose) => purpose !== 'accessLogs')
    .map((purpose) => ({
      bucketName: lakeBucketName(name, purpose, accountId),
      prefix: `${LAKE_BUCKETS[purpose]}/`,
    }));
  return [...ofLake, ...otherLoggedBuckets];
}
