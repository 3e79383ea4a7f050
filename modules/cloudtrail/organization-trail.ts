import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { KmsKey } from '../kms/kms-key';
import { Bucket } from '../s3/bucket';
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
   * What has to be there first: trusted access for CloudTrail, when it is given in the same run.
   *
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Name of the trail, the same in all accounts, which see it and cannot change it. */
const NAME = 'landing-zone';

/**
 * Records who did what in all accounts and regions of the organization: management events, with digests that show
 * whether a log was changed, encrypted with a key of its own, in a bucket that nobody can delete logs from, or
 * write over them.
 *
 * Source: "Creating a trail for an organization"
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html).
 */
export class OrganizationTrail extends Construct {
  readonly bucketName: string;

  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    const { provider, managementAccountId, organizationId } = props;
    const trailArn = `arn:aws:cloudtrail:${props.region}:${managementAccountId}:trail/${NAME}`;
    const key = new KmsKey(this, 'key', {
      provider,
      accountId: managementAccountId,
      alias: 'landing-zone-trail',
      description: 'Logs of the organization trail',
      serviceStatements: trailEncrypts(trailArn, managementAccountId),
    });
    const bucket = new Bucket(this, 'bucket', {
      provider,
      name: `landing-zone-trail-${managementAccountId}`,
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
        ...trailWrites(arn, trailArn, [managementAccountId, organizationId]),
        denyDeletingLogs(arn),
        denyWritingLogs(arn),
      ],
      isDisposable: false,
    });
    new Cloudtrail(this, 'trail', {
      provider,
      name: NAME,
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
}
