import { BUCKET_NAME } from '../../../config/limits/s3';
import { STAGE_ACCOUNT } from '../../support/policies';
import {
  add,
  addressesWhere,
  at,
  attributesAt,
  companions,
  listOf,
  referred,
  refersTo,
  remove,
  resources,
  set,
} from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { describeRows } from '../../support/policy-rows';

const ENCRYPTION = 'aws_s3_bucket_server_side_encryption_configuration';
const DEFAULT_ENCRYPTION = 'rule.apply_server_side_encryption_by_default';
const LIFECYCLE = 'aws_s3_bucket_lifecycle_configuration';

/** Buckets of which no companion of a type fulfils what is asked. */
function bucketsWithout(
  json: TerraformJson,
  type: string,
  isRight: (companion: Attributes) => boolean = () => true,
): string[] {
  return addressesWhere(
    json,
    'aws_s3_bucket',
    (_, bucket) => !companions(json, type, 'bucket', bucket).some(isRight),
  );
}

/** Rules of a lifecycle configuration that are in force for all objects. */
const rulesForAll = (configuration: Attributes): Attributes[] =>
  listOf(configuration['rule'])
    .map((rule) => rule as Attributes)
    .filter(
      (rule) => rule['status'] === 'Enabled' && !/prefix|tag|size/.test(JSON.stringify(rule['filter'] ?? {})),
    );

/** Changes a companion of a bucket, and returns the bucket. */
function spoil(json: TerraformJson, type: string, path: string, value: unknown): string {
  return referred(attributesAt(json, set(json, type, path, value))['bucket']);
}

describeRows('s3-data', [
  {
    row: 7,
    title: 'every bucket says how objects are encrypted',
    ids: ['CKV_AWS_19', 'AWS-0088'],
    check: (json) =>
      bucketsWithout(
        json,
        ENCRYPTION,
        (own) => typeof at(own, `${DEFAULT_ENCRYPTION}.sse_algorithm`) === 'string',
      ),
    breakIt: (json) => referred(remove(json, ENCRYPTION).attributes['bucket']),
  },
  {
    row: 8,
    title: 'objects are encrypted with a customer KMS key',
    ids: ['CKV_AWS_145', 'AWS-0132', 'FSBP S3.17'],
    check: (json) =>
      bucketsWithout(
        json,
        ENCRYPTION,
        (own) =>
          at(own, `${DEFAULT_ENCRYPTION}.sse_algorithm`) === 'aws:kms' &&
          String(at(own, `${DEFAULT_ENCRYPTION}.kms_master_key_id`)).startsWith('${aws_kms_key.'),
      ),
    breakIt: (json) => {
      // That of the access logs has none to lose.
      const encryption =
        resources(json, ENCRYPTION).find(
          ({ attributes }) => at(attributes, `${DEFAULT_ENCRYPTION}.sse_algorithm`) === 'aws:kms',
        )?.attributes ?? {};
      encryption['rule'] = [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } }];
      return referred(encryption['bucket']);
    },
  },
  {
    row: 9,
    title: 'versions are kept',
    ids: ['CKV_AWS_21', 'AWS-0090', 'FSBP S3.14'],
    check: (json) =>
      bucketsWithout(
        json,
        'aws_s3_bucket_versioning',
        (own) => at(own, 'versioning_configuration.status') === 'Enabled',
      ),
    breakIt: (json) =>
      spoil(json, 'aws_s3_bucket_versioning', 'versioning_configuration.status', 'Suspended'),
  },
  {
    row: 10,
    title: 'requests to every bucket are logged',
    ids: ['CKV_AWS_18', 'AWS-0089', 'FSBP S3.9'],
    check: (json) => bucketsWithout(json, 'aws_s3_bucket_logging'),
    breakIt: (json) => referred(remove(json, 'aws_s3_bucket_logging').attributes['bucket']),
  },
  {
    row: 11,
    title: 'every bucket has a lifecycle',
    ids: ['CKV2_AWS_61', 'FSBP S3.13', 'FSBP S3.10'],
    check: (json) => bucketsWithout(json, LIFECYCLE, (own) => rulesForAll(own).length > 0),
    breakIt: (json) => spoil(json, LIFECYCLE, 'rule.status', 'Disabled'),
  },
  {
    row: 12,
    title: 'uploads that were given up are removed',
    ids: ['CKV_AWS_300'],
    check: (json) =>
      bucketsWithout(json, LIFECYCLE, (own) =>
        rulesForAll(own).some(
          (rule) => Number(at(rule, 'abort_incomplete_multipart_upload.days_after_initiation')) > 0,
        ),
      ),
    breakIt: (json) => spoil(json, LIFECYCLE, 'rule.abort_incomplete_multipart_upload', undefined),
  },
  {
    row: 19,
    title: 'events of every bucket are sent, and access to its objects recorded',
    ids: ['CKV2_AWS_62', 'FSBP S3.11', 'AWS-0171', 'AWS-0172', 'CIS 3.8', 'CIS 3.9'],
    check: (json) => {
      const trails = resources(json, 'aws_cloudtrail').map(({ attributes }) => attributes);
      return bucketsWithout(json, 'aws_s3_bucket_notification').concat(
        addressesWhere(
          json,
          'aws_s3_bucket',
          (_, bucket) => !trails.some((trail) => refersTo(trail['event_selector'], bucket)),
        ),
      );
    },
    breakIt: (json) => {
      const bucket = add(json, 'aws_s3_bucket', { bucket: 'more-data' });
      return [bucket, bucket];
    },
  },
  {
    row: 20,
    title: 'objects of buckets with logs are locked',
    ids: ['CKV_AWS_143', 'FSBP S3.15'],
    check: (json) => {
      const targets = resources(json, 'aws_s3_bucket_logging').map(
        ({ attributes }) => attributes['target_bucket'],
      );
      return bucketsWithout(json, 'aws_s3_bucket_object_lock_configuration').filter((bucket) =>
        refersTo(targets, bucket),
      );
    },
    breakIt: (json) => {
      const bucket = add(json, 'aws_s3_bucket', { bucket: 'more-logs' });
      set(json, 'aws_s3_bucket_logging', 'target_bucket', `\${${bucket}.bucket}`);
      return bucket;
    },
  },
  {
    row: 22,
    title: 'bucket names are valid',
    ids: ['AWS-0320', 'tflint aws_s3_bucket_name'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_s3_bucket',
        ({ bucket }) => !BUCKET_NAME.test(String(bucket).replace(/\$\{local\.[^}]+\}/, STAGE_ACCOUNT)),
      ),
    breakIt: (json) => set(json, 'aws_s3_bucket', 'bucket', 'Data_Lake'),
  },
  {
    row: 23,
    title: 'every bucket is replicated',
    ids: ['CKV_AWS_144', 'FSBP S3.7'],
    check: (json) => bucketsWithout(json, 'aws_s3_bucket_replication_configuration'),
    breakIt: (json) => add(json, 'aws_s3_bucket', { bucket: 'more-data' }),
  },
]);
