import { cloudWatchAlarmsAccess } from '../../modules/kms/cloudwatch-alarms-access';
import { cloudWatchLogsAccess } from '../../modules/kms/cloudwatch-logs-access';
import { KmsKey } from '../../modules/kms/kms-key';
import { lakeBucketName } from '../../modules/lake/lake-bucket-name';
import { producerKeyAccess } from '../../modules/lake/producer';
import type { StageContext } from './stage-context';

/** One key per purpose, so that whoever may read logs cannot read data. */
export interface StageKeys {
  /** Data lake, catalog, query results, disks of clusters. */
  readonly data: KmsKey;
  /** Log groups, and messages of alarms. */
  readonly logs: KmsKey;
  /** Airflow: buckets with DAGs, metadata, queues, logs, secrets. MWAA asks for one key for all of them. */
  readonly airflow: KmsKey;
}

/**
 * Days until a key asked to be deleted is gone, from 7 to 30 (`PendingWindowInDays` of ScheduleKeyDeletion).
 * Where everything may be thrown away the shortest wait is the right one.
 */
const DELETION_DAYS = { disposable: 7, kept: 30 } as const;

/** The KMS keys of a stage. */
export function addKeys({ scope, provider, accountId, environment }: StageContext): StageKeys {
  const { stage, region, lake, disposable } = environment;
  const common = {
    provider,
    accountId,
    deletionWindowDays: disposable ? DELETION_DAYS.disposable : DELETION_DAYS.kept,
  };
  return {
    logs: new KmsKey(scope, 'logs-key', {
      ...common,
      alias: `${stage}-logs`,
      description: `Log groups and alarms of ${stage}`,
      serviceStatements: [cloudWatchLogsAccess({ accountId, region }), cloudWatchAlarmsAccess({ accountId })],
    }),
    airflow: new KmsKey(scope, 'airflow-key', {
      ...common,
      alias: `${stage}-airflow`,
      description: `Airflow of ${stage}: buckets with DAGs, metadata, queues, logs, secrets`,
      // MWAA itself works through grants, which it makes with the rights of whoever deploys.
      serviceStatements: [cloudWatchLogsAccess({ accountId, region, logGroups: 'airflow-*' })],
    }),
    data: new KmsKey(scope, 'data-key', {
      ...common,
      alias: `${stage}-data`,
      description: `Data lake of ${stage}: buckets, catalog, query results, disks of clusters`,
      serviceStatements: producerKeyAccess({
        region,
        bucketName: lakeBucketName(stage, 'raw', accountId),
        producers: lake.producers,
      }),
    }),
  };
}
