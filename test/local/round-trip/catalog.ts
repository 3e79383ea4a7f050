import { type Resources, policy } from './resources';

const DATA_KEY = '${aws_kms_key.data.arn}';
const DATA_BUCKET = '${aws_s3_bucket.data.bucket}';

/** Glue's catalog with both kinds of tables, a crawler, and Athena work groups. */
export function catalog(account: string): Resources {
  return {
    aws_glue_data_catalog_encryption_settings: {
      this: {
        data_catalog_encryption_settings: {
          encryption_at_rest: { catalog_encryption_mode: 'SSE-KMS', sse_aws_kms_key_id: DATA_KEY },
          connection_password_encryption: {
            return_connection_password_encrypted: true,
            aws_kms_key_id: DATA_KEY,
          },
        },
      },
    },
    aws_glue_security_configuration: {
      this: {
        name: 'rt',
        encryption_configuration: {
          s3_encryption: { s3_encryption_mode: 'SSE-KMS', kms_key_arn: DATA_KEY },
          cloudwatch_encryption: { cloudwatch_encryption_mode: 'SSE-KMS', kms_key_arn: DATA_KEY },
          job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'CSE-KMS', kms_key_arn: DATA_KEY },
        },
      },
    },
    aws_glue_catalog_database: {
      raw: {
        name: 'raw',
        description: 'Data as it arrived',
        location_uri: `s3://${DATA_BUCKET}/`,
        tags: { Name: 'raw' },
        depends_on: ['aws_glue_data_catalog_encryption_settings.this'],
      },
    },
    aws_glue_catalog_table: { events, orders },
    ...crawler(),
    aws_athena_workgroup: {
      analysts: {
        name: 'analysts',
        description: 'People who ask questions',
        state: 'ENABLED',
        force_destroy: true,
        configuration: {
          enforce_workgroup_configuration: true,
          publish_cloudwatch_metrics_enabled: true,
          requester_pays_enabled: false,
          bytes_scanned_cutoff_per_query: 10_737_418_240,
          engine_version: { selected_engine_version: 'Athena engine version 3' },
          result_configuration: {
            output_location: `s3://${DATA_BUCKET}/analysts/`,
            expected_bucket_owner: account,
            encryption_configuration: { encryption_option: 'SSE_KMS', kms_key_arn: DATA_KEY },
          },
        },
        tags: { Name: 'analysts' },
      },
      // Everything at AWS's defaults.
      plain: { name: 'plain' },
      automatic: {
        name: 'automatic',
        state: 'DISABLED',
        configuration: { engine_version: { selected_engine_version: 'AUTO' } },
      },
    },
  };
}

/** Files whose partitions Athena works out. */
const events = {
  name: 'events',
  database_name: '${aws_glue_catalog_database.raw.name}',
  description: 'Events of the shop',
  table_type: 'EXTERNAL_TABLE',
  parameters: {
    EXTERNAL: 'TRUE',
    classification: 'json',
    'projection.enabled': 'true',
    'projection.dt.type': 'date',
    'projection.dt.format': 'yyyy-MM-dd',
    'projection.dt.range': '2024-01-01,NOW',
    'projection.dt.interval': '1',
    'projection.dt.interval.unit': 'DAYS',
    'storage.location.template': `s3://${DATA_BUCKET}/events/dt=$\${dt}/`,
  },
  partition_keys: [{ name: 'dt', type: 'string' }],
  storage_descriptor: {
    location: `s3://${DATA_BUCKET}/events/`,
    columns: [
      { name: 'id', type: 'string', comment: 'Unique' },
      { name: 'amount', type: 'decimal(10,2)' },
    ],
    input_format: 'org.apache.hadoop.mapred.TextInputFormat',
    output_format: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
    ser_de_info: {
      serialization_library: 'org.openx.data.jsonserde.JsonSerDe',
      parameters: { 'serialization.format': '1' },
    },
  },
};

/** An Iceberg table, for which Glue writes the metadata. */
const orders = {
  name: 'orders',
  database_name: '${aws_glue_catalog_database.raw.name}',
  table_type: 'EXTERNAL_TABLE',
  open_table_format_input: { iceberg_input: { metadata_operation: 'CREATE', version: '2' } },
  storage_descriptor: {
    location: `s3://${DATA_BUCKET}/orders`,
    columns: [{ name: 'id', type: 'bigint' }],
  },
  // On AWS too: engines own what Glue writes here.
  lifecycle: { ignore_changes: ['parameters', 'storage_descriptor'] },
};

function crawler(): Resources {
  return {
    aws_iam_role: {
      crawler: {
        name: 'rt-crawler',
        assume_role_policy: policy({
          Effect: 'Allow',
          Principal: { Service: 'glue.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
      },
    },
    aws_glue_crawler: {
      events: {
        name: 'rt-events',
        database_name: '${aws_glue_catalog_database.raw.name}',
        role: '${aws_iam_role.crawler.arn}',
        schedule: 'cron(15 3 * * ? *)',
        security_configuration: '${aws_glue_security_configuration.this.name}',
        s3_target: [{ path: `s3://${DATA_BUCKET}/events/` }],
        recrawl_policy: { recrawl_behavior: 'CRAWL_EVERYTHING' },
        schema_change_policy: { update_behavior: 'UPDATE_IN_DATABASE', delete_behavior: 'LOG' },
        configuration: JSON.stringify({
          Version: 1,
          CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
          Grouping: { TableGroupingPolicy: 'CombineCompatibleSchemas' },
        }),
        tags: { Name: 'rt-events' },
      },
    },
  };
}
