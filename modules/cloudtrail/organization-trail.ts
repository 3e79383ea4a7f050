import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { KmsKey } from '../kms/kms-key';
import { Bucket, type ObjectLock } from '../s3/bucket';
import { acceptAccessLogs } from '../s3/bucket-statements';
import {
  TRAIL_KEY_ALIAS,
  TRAIL_NAME,
  trailAccessLogsBucketName,
  trailArn,
  trailBucketName,
} from './trail-names';
import { denyDeletingLogs, denyWritingLogs, trailEncrypts, trailWrites } from './trail-statements';

export interface OrganizationTrailProps {
  /** Provider with credentials of the management account, in the region that is to be the trail's home. */
  readonly provider: TerraformProvider;
  readonly managementAccountId: string;
  readonly organizationId: string;
  readonly region: string;
  /** Days for which logs are kept, at least 365. */
  readonly keepDays: number;
  /**
   * How long nobody at all can delete a log, at most `keepDays`.
   *
   * @default - who may change the bucket's policy can
   */
  readonly lock?: ObjectLock;
  /**
   * What has to be there first: trusted access for CloudTrail, when it is given in the same run.
   *
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Prefix of the access logs of the trail's bucket. */
const ACCESS_LOGS = 'trail/';

/**
 * Records who did what in all accounts and regions of the organization: management events, with digests that show
 * whether a log was changed, encrypted with a key of its own, in a bucket that nobody can delete logs from, or write over
 * them. Who reads them is logged too, in a bucket beside it.
 *
 * Source: "Creating a trail for an organization"
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html).
 */
export class OrganizationTrail extends Construct {
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    const { provider, managementAccountId, organizationId } = props;
    const arnOfTrail = trailArn(props.region, managementAccountId);
    const key = new KmsKey(this, 'key', {
      provider,
      accountId: managementAccountId,
      alias: TRAIL_KEY_ALIAS,
      description: 'Logs of the organization trail',
      serviceStatements: trailEncrypts(arnOfTrail, managementAccountId),
    });
    const name = trailBucketName(managementAccountId);
    const accessLogs = this.accessLogs(props, name);
    const bucket = new Bucket(this, 'bucket', {
      provider,
      name,
      kmsKeyArn: key.arn,
      // CloudTrail names the key itself, in headers of its own.
      allowsOtherEncryption: true,
      lifecycle: {
        infrequentAccessAfterDays: 90,
        expireAfterDays: props.keepDays,
        noncurrentDays: 30,
        incompleteUploadDays: 7,
      },
      statements: (arn) => [
        ...trailWrites(arn, arnOfTrail, [managementAccountId, organizationId]),
        denyDeletingLogs(arn),
        denyWritingLogs(arn),
      ],
      accessLogs: { bucket: accessLogs, prefix: ACCESS_LOGS },
      ...(props.lock && { objectLock: props.lock }),
      isDisposable: false,
    });
    new Cloudtrail(this, 'trail', {
      provider,
      name: TRAIL_NAME,
      s3BucketName: bucket.name,
      kmsKeyId: key.arn,
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      // CloudTrail writes a first object to see whether it may.
      dependsOn: [bucket.policy, ...(props.dependsOn ?? [])],
    });
    this.bucketName = bucket.name;
  }

  /** Where S3 writes down who read, wrote or tried to delete logs; kept as long as those. */
  private accessLogs(
    { provider, managementAccountId, keepDays }: OrganizationTrailProps,
    logged: string,
  ): Bucket {
    return new Bucket(this, 'access-logs', {
      provider,
      name: trailAccessLogsBucketName(managementAccountId),
      lifecycle: {
        infrequentAccessAfterDays: 90,
        expireAfterDays: keepDays,
        noncurrentDays: 30,
        incompleteUploadDays: 7,
      },
      statements: (arn) => [
        acceptAccessLogs(arn, managementAccountId, [{ bucketName: logged, prefix: ACCESS_LOGS }]),
        denyDeletingLogs(arn),
      ],
      isDisposable: false,
    });
  }
}
