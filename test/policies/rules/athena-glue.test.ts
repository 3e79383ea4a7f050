import { absent, add, addressesWhere, at, listOf, set } from '../../support/terraform-query';
import { allowancesWhere, principalsOf } from '../../support/placed-statements';
import { describeRows } from '../../support/policy-rows';

const WORK_GROUP = 'aws_athena_workgroup';
const CATALOG = 'aws_glue_data_catalog_encryption_settings';
const SECURITY = 'aws_glue_security_configuration';
const LAKE_SETTINGS = 'aws_lakeformation_data_lake_settings';
const RESULTS = 'configuration.result_configuration.encryption_configuration';
const AT_REST = 'data_catalog_encryption_settings.encryption_at_rest';
const PASSWORDS = 'data_catalog_encryption_settings.connection_password_encryption';

/** Names under which secrets are usually given. */
const SECRET_NAME = /password|passwd|secret|token|access[_-]?key|api[_-]?key|private[_-]?key/i;

const isKey = (value: unknown): boolean => String(value).includes('aws_kms_key.');

/** Whether a setting's name says that it is a secret; the name of one in Secrets Manager is none. */
const hasSecret = (settings: unknown): boolean =>
  Object.keys(settings ?? {}).some((name) => SECRET_NAME.test(name) && !/secret_?(?:id|arn)$/i.test(name));

describeRows('athena-glue', [
  {
    row: 98,
    title: 'results of queries are encrypted with a customer KMS key',
    ids: ['CKV_AWS_159', 'AWS-0006', 'Athena.1'],
    check: (json) =>
      addressesWhere(
        json,
        WORK_GROUP,
        (group) =>
          at(group, `${RESULTS}.encryption_option`) !== 'SSE_KMS' ||
          !isKey(at(group, `${RESULTS}.kms_key_arn`)),
      ),
    breakIt: (json) => set(json, WORK_GROUP, `${RESULTS}.encryption_option`, 'SSE_S3'),
  },
  {
    row: 99,
    title: 'clients cannot change settings of a work group',
    ids: ['CKV_AWS_82', 'AWS-0007'],
    check: (json) =>
      addressesWhere(
        json,
        WORK_GROUP,
        (group) => at(group, 'configuration.enforce_workgroup_configuration') !== true,
      ),
    breakIt: (json) => set(json, WORK_GROUP, 'configuration.enforce_workgroup_configuration', false),
  },
  {
    row: 100,
    title: 'databases that Athena makes are encrypted',
    ids: ['CKV_AWS_77'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_athena_database',
        (database) => at(database, 'encryption_configuration.encryption_option') !== 'SSE_KMS',
      ),
    breakIt: (json) => add(json, 'aws_athena_database', { name: 'reports', bucket: 'results' }),
  },
  {
    row: 101,
    title: 'queries are measured, and cancelled when they scan too much',
    ids: ['prowler athena_workgroup_logging_enabled', 'own'],
    check: (json) =>
      addressesWhere(
        json,
        WORK_GROUP,
        (group) =>
          at(group, 'configuration.publish_cloudwatch_metrics_enabled') !== true ||
          !(Number(at(group, 'configuration.bytes_scanned_cutoff_per_query')) > 0),
      ),
    breakIt: (json) => set(json, WORK_GROUP, 'configuration.bytes_scanned_cutoff_per_query', undefined),
  },
  {
    row: 102,
    title: 'the Glue catalog and passwords in it are encrypted with a customer KMS key',
    ids: ['CKV_AWS_94', 'prowler glue_data_catalogs_*'],
    check: (json) => [
      ...absent(json, CATALOG),
      ...addressesWhere(
        json,
        CATALOG,
        (settings) =>
          at(settings, `${AT_REST}.catalog_encryption_mode`) !== 'SSE-KMS' ||
          !isKey(at(settings, `${AT_REST}.sse_aws_kms_key_id`)) ||
          at(settings, `${PASSWORDS}.return_connection_password_encrypted`) !== true ||
          !isKey(at(settings, `${PASSWORDS}.aws_kms_key_id`)),
      ),
    ],
    breakIt: (json) => set(json, CATALOG, `${PASSWORDS}.return_connection_password_encrypted`, false),
  },
  {
    row: 103,
    title: 'security configurations of Glue encrypt data, logs and bookmarks',
    ids: ['CKV_AWS_99', 'cdk-nag GL1', 'cdk-nag GL3'],
    check: (json) =>
      addressesWhere(json, SECURITY, (configuration) =>
        [
          ['s3_encryption.s3_encryption_mode', 'SSE-KMS'],
          ['cloudwatch_encryption.cloudwatch_encryption_mode', 'SSE-KMS'],
          ['job_bookmarks_encryption.job_bookmarks_encryption_mode', 'CSE-KMS'],
        ].some(([path, mode]) => at(configuration, `encryption_configuration.${String(path)}`) !== mode),
      ),
    breakIt: (json) =>
      set(
        json,
        SECURITY,
        'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
        'DISABLED',
      ),
  },
  {
    row: 104,
    title: 'crawlers, jobs and development endpoints use a security configuration',
    ids: ['CKV_AWS_195'],
    check: (json) =>
      addressesWhere(
        json,
        ['aws_glue_crawler', 'aws_glue_job', 'aws_glue_dev_endpoint'],
        ({ security_configuration }) => !String(security_configuration).includes(SECURITY),
      ),
    breakIt: (json) => [
      set(json, 'aws_glue_crawler', 'security_configuration', undefined),
      add(json, 'aws_glue_job', { name: 'nightly' }),
    ],
  },
  {
    row: 105,
    title: 'jobs and connections of Glue hold no secrets',
    ids: ['prowler glue_etl_jobs_no_secrets_in_arguments', 'prowler glue_catalog_connection_no_secrets'],
    check: (json) =>
      addressesWhere(
        json,
        ['aws_glue_job', 'aws_glue_connection'],
        ({ default_arguments, connection_properties }) =>
          hasSecret(default_arguments) || hasSecret(connection_properties),
      ),
    breakIt: (json) => [
      add(json, 'aws_glue_job', { default_arguments: { '--db-password': 'x' } }),
      add(json, 'aws_glue_connection', { connection_properties: { USERNAME: 'x', PASSWORD: 'x' } }),
    ],
  },
  {
    row: 106,
    title: 'the Glue catalog is open to nobody in general',
    ids: ['prowler glue_data_catalogs_not_publicly_accessible'],
    check: (json) => allowancesWhere(json, 'catalog', (statement) => principalsOf(statement).includes('*')),
    breakIt: (json) =>
      add(json, 'aws_glue_resource_policy', {
        policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"glue:GetTable"}]}',
      }),
  },
  {
    row: 107,
    title: 'Lake Formation has administrators and gives nothing to everybody',
    ids: ['own'],
    check: (json) => [
      ...absent(json, LAKE_SETTINGS),
      ...addressesWhere(
        json,
        LAKE_SETTINGS,
        (settings) =>
          listOf(settings['admins']).length === 0 || /IAM_ALLOWED_PRINCIPALS/.test(JSON.stringify(settings)),
      ),
    ],
    breakIt: (json) =>
      add(json, LAKE_SETTINGS, {
        admins: ['arn:aws:iam::111122223333:role/admin'],
        create_table_default_permissions: [{ permissions: ['ALL'], principal: 'IAM_ALLOWED_PRINCIPALS' }],
      }),
  },
]);
