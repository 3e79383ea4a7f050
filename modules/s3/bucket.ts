import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import type { BucketLifecycle } from './bucket-lifecycle';
import { denyOtherEncryption, denyPlainHttp } from './bucket-statements';

export interface BucketProps {
  readonly provider: TerraformProvider;
  /** Unique among all buckets of AWS. */
  readonly name: string;
  /**
   * Key that encrypts objects.
   *
   * @default - S3's own (SSE-S3), for the one bucket that can have nothing else: the target of server access
   * logs ("Enabling Amazon S3 server access logging",
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html)
   */
  readonly kmsKeyArn?: string;
  readonly lifecycle: BucketLifecycle;
  /**
   * Where S3 logs requests to this bucket.
   *
   * @default - nowhere
   */
  readonly accessLogs?: { readonly bucket: Bucket; readonly prefix: string };
  /** Further statements of the bucket policy. */
  readonly statements?: (bucketArn: string) => readonly PolicyStatement[];
  /**
   * Whether an upload may choose another encryption than the bucket's default. For buckets that an AWS
   * service writes to with headers of its own.
   *
   * @default false
   */
  readonly allowsOtherEncryption?: boolean;
  /**
   * How long nobody can delete or overwrite a version of an object. Once on, AWS never switches Object Lock off again,
   * and the bucket can be no target of access logs.
   *
   * @default - what is written can be deleted
   */
  readonly objectLock?: ObjectLock;
  /** Whether `terraform destroy` may delete the bucket with everything in it. */
  readonly isDisposable: boolean;
}

/**
 * Retention that every new object of a bucket begins with.
 *
 * Source: "Locking objects with Object Lock"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html).
 */
export interface ObjectLock {
  /** `GOVERNANCE` yields to whoever has `s3:BypassGovernanceRetention`, `COMPLIANCE` to nobody, AWS and the root user included. */
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly days: number;
}

/**
 * A private, versioned, encrypted S3 bucket that refuses plain HTTP and forgets what it was told to forget.
 */
export class Bucket extends Construct {
  readonly name: string;
  /** The same name, for what must not wait for the bucket. */
  readonly plannedName: string;
  readonly arn: string;
  /** For resources that need the policy in force, such as those that AWS checks by writing to the bucket. */
  readonly policy: S3BucketPolicy;
  /** For objects: private, versioned and encrypted before the first one is written. Not the lifecycle, which takes a minute. */
  readonly ready: readonly ITerraformDependable[];

  private readonly provider: TerraformProvider;

  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id);
    this.provider = props.provider;
    const bucket = new S3Bucket(this, 'bucket', {
      provider: props.provider,
      bucket: props.name,
      forceDestroy: props.isDisposable,
      tags: { Name: props.name },
    });
    this.name = bucket.bucket;
    this.plannedName = props.name;
    // Not `bucket.arn`, which is unknown until the bucket is there: built from the name, policies can be read
    // in the first plan, and the reference still puts them after the bucket.
    this.arn = `arn:aws:s3:::${this.name}`;

    const publicAccessBlock = this.blockPublicAccess();
    this.disableAcls();
    const encryption = this.encrypt(props.kmsKeyArn);
    const versioning = this.keepVersions(props.lifecycle);
    this.ready = [publicAccessBlock, encryption, versioning];
    this.policy = this.writePolicy(props, publicAccessBlock);
    if (props.accessLogs) this.logAccess(props.accessLogs);
    if (props.objectLock) this.lockObjects(props.objectLock, versioning);
  }

  private blockPublicAccess(): S3BucketPublicAccessBlock {
    return new S3BucketPublicAccessBlock(this, 'public-access-block', {
      provider: this.provider,
      bucket: this.name,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  /** Objects written by other accounts belong to this one too. */
  private disableAcls(): void {
    new S3BucketOwnershipControls(this, 'ownership', {
      provider: this.provider,
      bucket: this.name,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
  }

  private encrypt(kmsKeyArn: string | undefined): S3BucketServerSideEncryptionConfigurationA {
    return new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      provider: this.provider,
      bucket: this.name,
      rule: [
        kmsKeyArn === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKeyArn },
              // One KMS call for many objects: event data is many small ones.
              bucketKeyEnabled: true,
            },
      ],
    });
  }

  private keepVersions(lifecycle: BucketLifecycle): S3BucketVersioningA {
    const versioning = new S3BucketVersioningA(this, 'versioning', {
      provider: this.provider,
      bucket: this.name,
      versioningConfiguration: { status: 'Enabled' },
    });
    const { infrequentAccessAfterDays, expireAfterDays, expirePrefix } = lifecycle;
    const expiresEverything = expireAfterDays !== undefined && expirePrefix === undefined;
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      provider: this.provider,
      bucket: this.name,
      rule: [
        {
          id: 'all-objects',
          status: 'Enabled',
          filter: [{}],
          transition:
            infrequentAccessAfterDays === undefined
              ? undefined
              : [{ days: infrequentAccessAfterDays, storageClass: 'STANDARD_IA' }],
          // A delete marker with nothing left below it slows down listings. S3 removes it along with objects
          // that expire by age, else when told to; a rule cannot say both. "Expiring objects",
          // https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
          expiration: [expiresEverything ? { days: expireAfterDays } : { expiredObjectDeleteMarker: true }],
          noncurrentVersionExpiration: [{ noncurrentDays: lifecycle.noncurrentDays }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: lifecycle.incompleteUploadDays }],
        },
        ...(expireAfterDays === undefined || expirePrefix === undefined
          ? []
          : [
              {
                id: 'expiring-prefix',
                status: 'Enabled',
                filter: [{ prefix: expirePrefix }],
                expiration: [{ days: expireAfterDays }],
              },
            ]),
      ],
      dependsOn: [versioning],
    });
    return versioning;
  }

  private writePolicy(props: BucketProps, publicAccessBlock: S3BucketPublicAccessBlock): S3BucketPolicy {
    const guarded = props.kmsKeyArn !== undefined && props.allowsOtherEncryption !== true;
    return new S3BucketPolicy(this, 'policy', {
      provider: props.provider,
      bucket: this.name,
      policy: policyDocument([
        denyPlainHttp(this.arn),
        ...(guarded ? denyOtherEncryption(this.arn, props.kmsKeyArn) : []),
        ...(props.statements?.(this.arn) ?? []),
      ]),
      // S3 refuses the second of two changes to a bucket's access that arrive together (OperationAborted).
      dependsOn: [publicAccessBlock],
    });
  }

  private lockObjects({ mode, days }: ObjectLock, versioning: S3BucketVersioningA): void {
    new S3BucketObjectLockConfigurationA(this, 'object-lock', {
      provider: this.provider,
      bucket: this.name,
      rule: { defaultRetention: { mode, days } },
      // S3 locks versions, so it wants them kept first.
      dependsOn: [versioning],
    });
  }

  private logAccess({ bucket, prefix }: NonNullable<BucketProps['accessLogs']>): void {
    new S3BucketLoggingA(this, 'access-logs', {
      provider: this.provider,
      bucket: this.name,
      targetBucket: bucket.name,
      targetPrefix: prefix,
      dependsOn: [bucket.policy],
    });
  }
}
