import { add, addressesWhere, companions, refersTo, resources } from '../../support/terraform-query';
import { describeRows } from '../../support/policy-rows';
import type { TerraformJson } from '../../support/terraform-json';

const ORGANIZATION = 'aws_organizations_organization';
const UNIT = 'aws_organizations_organizational_unit';
const TRAIL = 'aws_cloudtrail';

/** The type, where a stack that owns the organization has no resource of it. */
const missingIn = (json: TerraformJson, type: string): string[] =>
  resources(json, ORGANIZATION).length > 0 && resources(json, type).length === 0 ? [type] : [];

/** Makes a stack one that owns the organization, and says that something is missing in it. */
const ownWithout =
  (type: string) =>
  (json: TerraformJson): string => {
    add(json, ORGANIZATION, {});
    return type;
  };

/** Units below the root that no service control policy is attached to; what is below them inherits. */
function unguardedUnits(json: TerraformJson): string[] {
  const units = resources(json, UNIT);
  return units
    .filter(({ attributes }) => !units.some(({ address }) => refersTo(attributes['parent_id'], address)))
    .map(({ address }) => address)
    .filter(
      (address) => companions(json, 'aws_organizations_policy_attachment', 'target_id', address).length === 0,
    );
}

describeRows('audit', [
  {
    row: 76,
    title: 'every organizational unit below the root has service control policies',
    ids: ['own'],
    check: unguardedUnits,
    breakIt: (json) => add(json, UNIT, { parent_id: 'r-1234' }),
  },
  {
    row: 77,
    title: 'AWS knows whom to tell about security in each account',
    ids: ['Account.1', 'CIS 1.2'],
    check: (json) =>
      resources(json, 'aws_organizations_account').length === 0 ||
      resources(json, 'aws_account_alternate_contact').some(
        ({ attributes }) => attributes['alternate_contact_type'] === 'SECURITY',
      )
        ? []
        : ['aws_account_alternate_contact'],
    breakIt: (json) => {
      add(json, 'aws_organizations_account', {});
      return 'aws_account_alternate_contact';
    },
  },
  {
    row: 110,
    title: 'the trail is of all regions',
    ids: ['CKV_AWS_67', 'AWS-0014', 'CloudTrail.1', 'CIS 3.1'],
    check: (json) => [
      ...missingIn(json, TRAIL),
      ...addressesWhere(json, TRAIL, ({ is_multi_region_trail }) => is_multi_region_trail !== true),
    ],
    breakIt: (json) => add(json, TRAIL, { enable_log_file_validation: true }),
  },
  {
    row: 111,
    title: 'the trail is on',
    ids: ['CKV_AWS_251', 'CloudTrail.3'],
    check: (json) => addressesWhere(json, TRAIL, ({ enable_logging }) => enable_logging === false),
    breakIt: (json) => add(json, TRAIL, { enable_logging: false }),
  },
  {
    row: 112,
    title: 'files of the trail can be validated',
    ids: ['CKV_AWS_36', 'AWS-0016', 'CloudTrail.4', 'CIS 3.2'],
    check: (json) =>
      addressesWhere(json, TRAIL, ({ enable_log_file_validation }) => enable_log_file_validation !== true),
    breakIt: (json) => add(json, TRAIL, { is_multi_region_trail: true }),
  },
  {
    row: 113,
    title: 'the trail is encrypted with a key of its own',
    ids: ['CKV_AWS_35', 'AWS-0015', 'CloudTrail.2', 'CIS 3.5'],
    check: (json) => addressesWhere(json, TRAIL, ({ kms_key_id }) => kms_key_id === undefined),
    breakIt: (json) => add(json, TRAIL, { is_multi_region_trail: true }),
  },
  {
    row: 114,
    title: 'the trail is delivered to CloudWatch Logs',
    ids: ['CKV2_AWS_10', 'AWS-0162', 'CloudTrail.5'],
    check: (json) =>
      addressesWhere(
        json,
        TRAIL,
        ({ cloud_watch_logs_group_arn }) => cloud_watch_logs_group_arn === undefined,
      ),
    breakIt: (json) => add(json, TRAIL, { is_multi_region_trail: true }),
  },
  {
    row: 115,
    title: 'the bucket of the trail is private, and who reads it is logged',
    ids: ['AWS-0161', 'AWS-0163', 'CloudTrail.6', 'CloudTrail.7', 'CIS 3.4'],
    check: (json) =>
      addressesWhere(json, TRAIL, ({ s3_bucket_name }) => {
        const buckets = resources(json, 'aws_s3_bucket').filter(({ address }) =>
          refersTo(s3_bucket_name, address),
        );
        return (
          buckets.length !== 1 ||
          !buckets.every(({ address }) =>
            ['aws_s3_bucket_public_access_block', 'aws_s3_bucket_logging'].every(
              (type) => companions(json, type, 'bucket', address).length === 1,
            ),
          )
        );
      }),
    breakIt: (json) => add(json, TRAIL, { s3_bucket_name: 'somewhere-else' }),
  },
  {
    row: 116,
    title: 'a topic tells of each file of the trail',
    ids: ['CKV_AWS_252'],
    check: (json) => addressesWhere(json, TRAIL, ({ sns_topic_name }) => sns_topic_name === undefined),
    breakIt: (json) => add(json, TRAIL, { is_multi_region_trail: true }),
  },
  {
    row: 117,
    title: 'metric filters of the trail raise the alarms of the CIS benchmark',
    ids: ['AWS-0147', 'AWS-0160', 'AWS-0174', 'CIS 4.1', 'CIS 4.15'],
    check: (json) => missingIn(json, 'aws_cloudwatch_log_metric_filter'),
    breakIt: ownWithout('aws_cloudwatch_log_metric_filter'),
  },
  {
    row: 118,
    title: 'AWS Config records all resources',
    ids: ['CKV2_AWS_45', 'CKV2_AWS_48', 'CKV_AWS_121', 'AWS-0019', 'Config.1', 'CIS 3.3'],
    check: (json) => missingIn(json, 'aws_config_configuration_recorder'),
    breakIt: ownWithout('aws_config_configuration_recorder'),
  },
  {
    row: 119,
    title: 'GuardDuty is administered for all accounts',
    ids: ['CKV_AWS_238', 'CKV2_AWS_3', 'GuardDuty.1', 'GuardDuty.10'],
    check: (json) => missingIn(json, 'aws_guardduty_organization_admin_account'),
    breakIt: ownWithout('aws_guardduty_organization_admin_account'),
  },
  {
    row: 120,
    title: 'Security Hub is administered for all accounts',
    ids: ['CIS 4.16'],
    check: (json) => missingIn(json, 'aws_securityhub_organization_admin_account'),
    breakIt: ownWithout('aws_securityhub_organization_admin_account'),
  },
]);
