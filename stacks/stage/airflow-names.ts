/** Name of an MWAA environment: one per stage and name, since people's rights name environments across accounts. */
export function airflowEnvironmentName(stage: string, name: string): string {
  return `${stage}-${name}`;
}

/** Name of the bucket of an MWAA environment; at most 58 of S3's 63 characters. */
export function airflowBucketName(stage: string, name: string, accountId: string): string {
  return `${stage}-airflow-${name}-${accountId}`;
}

/** Beginning of the names of the secrets that Airflow looks up in a stage. */
export function airflowSecretsPrefix(stage: string): string {
  return `${stage}/airflow/`;
}
