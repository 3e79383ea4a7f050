import { EMR_ARTIFACT_PREFIXES } from '../../modules/emr/artifact-prefixes';
import { Lake } from '../../modules/lake/lake';
import { airflowBucketName } from './airflow-names';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** The buckets of a stage. */
export function addLake({ scope, provider, accountId, environment }: StageContext, keys: StageKeys): Lake {
  const { producers, artifacts, ...lifecycle } = environment.lake;
  const { expireLogsAfterDays, ...keptArtifacts } = artifacts;
  return new Lake(scope, 'lake', {
    provider,
    accountId,
    name: environment.stage,
    kmsKeyArn: keys.data.arn,
    lifecycle: {
      ...lifecycle,
      artifacts: {
        ...keptArtifacts,
        expireAfterDays: expireLogsAfterDays,
        expirePrefix: EMR_ARTIFACT_PREFIXES.logs,
      },
    },
    producers,
    otherLoggedBuckets: Object.keys(environment.airflow).map((name) => ({
      bucketName: airflowBucketName(environment.stage, name, accountId),
      prefix: `airflow-${name}/`,
    })),
    isDisposable: environment.disposable,
  });
}
