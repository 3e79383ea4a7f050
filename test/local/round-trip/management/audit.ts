import { type Resources, policy } from '../resources';
import type { Management } from './management';

const ORGANIZATION_ID = '${aws_organizations_organization.this.id}';

/** The organization's trail with its bucket and key, and who administers the services that watch accounts. */
export function audit({ account, managementAccount, isChanged }: Management): Resources {
  return {
    aws_kms_key: {
      trail: {
        description: 'Trail',
        enable_key_rotation: true,
        policy: policy(
          {
            Sid: 'AccountDecidesByIam',
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${managementAccount}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Sid: 'CloudTrailEncrypts',
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
            Resource: '*',
          },
        ),
      },
    },
    ...bucket(managementAccount),
    aws_cloudtrail: {
      organization: {
        name: 'organization',
        s3_bucket_name: '${aws_s3_bucket.trail.id}',
        is_organization_trail: true,
        is_multi_region_trail: true,
        include_global_service_events: true,
        enable_log_file_validation: true,
        enable_logging: !isChanged,
        kms_key_id: '${aws_kms_key.trail.arn}',
        event_selector: [
          {
            read_write_type: isChanged ? 'All' : 'WriteOnly',
            include_management_events: true,
            data_resource: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }],
          },
        ],
        insight_selector: [
          { insight_type: 'ApiCallRateInsight' },
          ...(isChanged ? [] : [{ insight_type: 'ApiErrorRateInsight' }]),
        ],
        tags: { Name: isChanged ? 'everything' : 'organization' },
        depends_on: ['aws_s3_bucket_policy.trail', 'aws_organizations_organization.this'],
      },
      advanced: {
        name: 'advanced',
        s3_bucket_name: '${aws_s3_bucket.trail.id}',
        s3_key_prefix: 'advanced',
        advanced_event_selector: [
          {
            name: 'Management events',
            field_selector: [{ field: 'eventCategory', equals: ['Management'] }],
          },
        ],
        depends_on: ['aws_s3_bucket_policy.trail'],
      },
      // Everything at AWS's defaults.
      plain: {
        name: 'plain',
        s3_bucket_name: '${aws_s3_bucket.trail.id}',
        depends_on: ['aws_s3_bucket_policy.trail'],
      },
    },
    aws_guardduty_organization_admin_account: {
      this: { admin_account_id: account, depends_on: ['aws_organizations_organization.this'] },
    },
    aws_securityhub_organization_admin_account: {
      this: { admin_account_id: account, depends_on: ['aws_organizations_organization.this'] },
    },
    aws_accessanalyzer_analyzer: {
      organization: {
        analyzer_name: 'organization',
        type: 'ORGANIZATION',
        tags: { Name: isChanged ? 'everything' : 'organization' },
        depends_on: ['aws_organizations_organization.this'],
      },
      unused: {
        analyzer_name: 'unused',
        type: 'ORGANIZATION_UNUSED_ACCESS',
        configuration: { unused_access: { unused_access_age: 90 } },
        depends_on: ['aws_organizations_organization.this'],
      },
    },
  };
}

function bucket(managementAccount: string): Resources {
  const name = `rt-trail-${managementAccount}`;
  const trail = (more: object) => ({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    ...more,
  });
  return {
    aws_s3_bucket: { trail: { bucket: name, force_destroy: true } },
    aws_s3_bucket_policy: {
      trail: {
        bucket: '${aws_s3_bucket.trail.bucket}',
        policy: policy(
          trail({ Sid: 'AclCheck', Action: 's3:GetBucketAcl', Resource: `arn:aws:s3:::${name}` }),
          trail({
            Sid: 'Write',
            Action: 's3:PutObject',
            Resource: [
              `arn:aws:s3:::${name}/AWSLogs/${managementAccount}/*`,
              `arn:aws:s3:::${name}/AWSLogs/${ORGANIZATION_ID}/*`,
              `arn:aws:s3:::${name}/advanced/AWSLogs/${managementAccount}/*`,
            ],
            Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
          }),
        ),
      },
    },
  };
}
