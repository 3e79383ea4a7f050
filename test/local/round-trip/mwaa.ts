import { type Resources, merged, policy } from './resources';

const BUCKET = '${aws_s3_bucket.airflow.bucket}';

/** What a second apply makes different, all of it in place. */
export interface MwaaChanges {
  /** @default 3 */
  readonly maxWorkers?: number;
  /** @default 2.11.0 */
  readonly airflowVersion?: string;
}

/** Environments with everything around them. */
export function mwaa(account: string, changes: MwaaChanges = {}): Resources {
  return merged(network(), roleAndKey(account), bucket(account), {
    aws_cloudwatch_log_group: {
      airflow_task: { name: 'airflow-rt-main-Task', retention_in_days: 30 },
    },
    aws_mwaa_environment: { main: main(changes), small },
  });
}

function network(): Resources {
  const subnet = (number: number, zone: string) => ({
    vpc_id: '${aws_vpc.airflow.id}',
    cidr_block: `10.98.${number}.0/24`,
    availability_zone: `eu-west-1${zone}`,
  });
  return {
    aws_vpc: { airflow: { cidr_block: '10.98.0.0/16', tags: { Name: 'rt-airflow' } } },
    aws_subnet: { airflow_1: subnet(0, 'a'), airflow_2: subnet(1, 'b') },
    aws_security_group: {
      airflow: {
        name: 'rt-airflow',
        description: 'MWAA',
        vpc_id: '${aws_vpc.airflow.id}',
        revoke_rules_on_delete: true,
      },
    },
    aws_vpc_security_group_ingress_rule: {
      airflow_self: {
        security_group_id: '${aws_security_group.airflow.id}',
        referenced_security_group_id: '${aws_security_group.airflow.id}',
        ip_protocol: '-1',
        description: 'Parts of the environment to each other',
      },
    },
  };
}

function roleAndKey(account: string): Resources {
  return {
    aws_iam_role: {
      airflow: {
        name: 'rt-airflow',
        assume_role_policy: policy({
          Effect: 'Allow',
          Principal: { Service: ['airflow.amazonaws.com', 'airflow-env.amazonaws.com'] },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      },
    },
    aws_kms_key: {
      airflow: {
        deletion_window_in_days: 7,
        policy: policy(
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
          {
            Effect: 'Allow',
            Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
            Action: [
              'kms:Encrypt*',
              'kms:Decrypt*',
              'kms:ReEncrypt*',
              'kms:GenerateDataKey*',
              'kms:Describe*',
            ],
            Resource: '*',
            Condition: {
              ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${account}:*` },
            },
          },
        ),
      },
    },
  };
}

function bucket(account: string): Resources {
  return {
    aws_s3_bucket: { airflow: { bucket: `rt-airflow-${account}`, force_destroy: true } },
    aws_s3_bucket_versioning: {
      airflow: { bucket: BUCKET, versioning_configuration: { status: 'Enabled' } },
    },
    aws_s3_bucket_public_access_block: {
      airflow: {
        bucket: BUCKET,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    aws_s3_object: {
      requirements: {
        bucket: BUCKET,
        key: 'requirements.txt',
        content: 'apache-airflow-providers-slack\n',
        depends_on: ['aws_s3_bucket_versioning.airflow'],
      },
    },
  };
}

const surroundings = {
  execution_role_arn: '${aws_iam_role.airflow.arn}',
  source_bucket_arn: '${aws_s3_bucket.airflow.arn}',
  dag_s3_path: 'dags',
  network_configuration: {
    security_group_ids: ['${aws_security_group.airflow.id}'],
    subnet_ids: ['${aws_subnet.airflow_1.id}', '${aws_subnet.airflow_2.id}'],
  },
  depends_on: [
    'aws_s3_bucket_versioning.airflow',
    'aws_s3_bucket_public_access_block.airflow',
    'aws_vpc_security_group_ingress_rule.airflow_self',
  ],
};

/** With everything that provider 5.100.0 can say. */
function main({ maxWorkers = 3, airflowVersion = '2.11.0' }: MwaaChanges) {
  const logs = (log_level: string) => ({ enabled: true, log_level });
  return {
    ...surroundings,
    name: 'rt-main',
    airflow_version: airflowVersion,
    environment_class: 'mw1.medium',
    min_workers: 1,
    max_workers: maxWorkers,
    schedulers: 2,
    min_webservers: 2,
    max_webservers: 3,
    webserver_access_mode: 'PRIVATE_ONLY',
    endpoint_management: 'SERVICE',
    weekly_maintenance_window_start: 'SUN:05:00',
    kms_key: '${aws_kms_key.airflow.arn}',
    requirements_s3_path: '${aws_s3_object.requirements.key}',
    requirements_s3_object_version: '${aws_s3_object.requirements.version_id}',
    airflow_configuration_options: { 'core.default_task_retries': '2' },
    logging_configuration: {
      dag_processing_logs: logs('WARNING'),
      scheduler_logs: logs('WARNING'),
      task_logs: logs('INFO'),
      webserver_logs: logs('WARNING'),
      worker_logs: logs('WARNING'),
    },
    tags: { Name: 'rt-main' },
    depends_on: [...surroundings.depends_on, 'aws_cloudwatch_log_group.airflow_task'],
  };
}

/** With as little as the provider takes. */
const small = { ...surroundings, name: 'rt-small' };
