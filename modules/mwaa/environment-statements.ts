import type { PolicyStatement } from '../iam/policy-document';

export interface EnvironmentStatementsProps {
  readonly accountId: string;
  readonly region: string;
  /** Name of the environment. */
  readonly environmentName: string;
  /** Bucket with DAGs, requirements and plugins. */
  readonly bucketArn: string;
  /** Key of the environment. */
  readonly kmsKeyArn: string;
  /** Beginning of the names of the secrets that Airflow looks up, such as `sandbox/airflow/`. */
  readonly secretsPrefix: string;
}

/**
 * What AWS asks of the execution role of an environment with a key of its own, and not more. The role names the
 * environment, whose name is known, so that neither waits for the other.
 *
 * Source: "Amazon MWAA execution role", example policy for a customer managed key
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html).
 */
export function environmentStatements(props: EnvironmentStatementsProps): PolicyStatement[] {
  const { accountId, region, environmentName, bucketArn } = props;
  return [
    {
      Sid: 'PublishMetrics',
      Effect: 'Allow',
      Action: 'airflow:PublishMetrics',
      Resource: `arn:aws:airflow:${region}:${accountId}:environment/${environmentName}`,
    },
    {
      // AWS's verifier wants this denied even where something else allows it.
      Sid: 'NeverListBuckets',
      Effect: 'Deny',
      Action: 's3:ListAllMyBuckets',
      Resource: '*',
    },
    {
      Sid: 'ReadTheBucket',
      Effect: 'Allow',
      Action: ['s3:GetBucket*', 's3:GetObject*', 's3:List*'],
      Resource: [bucketArn, `${bucketArn}/*`],
    },
    {
      Sid: 'ReadAccountPublicAccessBlock',
      Effect: 'Allow',
      Action: 's3:GetAccountPublicAccessBlock',
      // It is about the account: AWS has no resource type for this action.
      Resource: '*',
    },
    {
      Sid: 'WriteOwnLogs',
      Effect: 'Allow',
      Action: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:GetLogEvents',
        'logs:GetLogGroupFields',
        'logs:GetLogRecord',
        'logs:GetQueryResults',
        'logs:PutLogEvents',
      ],
      Resource: `arn:aws:logs:${region}:${accountId}:log-group:airflow-${environmentName}-*`,
    },
    {
      Sid: 'FindLogGroups',
      Effect: 'Allow',
      Action: 'logs:DescribeLogGroups',
      // As in AWS's example: the environment lists all groups to find its own.
      Resource: '*',
    },
    {
      Sid: 'PutMetrics',
      Effect: 'Allow',
      Action: 'cloudwatch:PutMetricData',
      // As in AWS's example: metrics have no resource, and Airflow's and MWAA's go into several namespaces.
      Resource: '*',
    },
    {
      Sid: 'UseTheQueue',
      Effect: 'Allow',
      Action: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      // MWAA makes the queue in an account of AWS's and tells nobody which.
      Resource: `arn:aws:sqs:${region}:*:airflow-celery-*`,
    },
    {
      Sid: 'UseTheKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
      Resource: props.kmsKeyArn,
      Condition: {
        StringLike: { 'kms:ViaService': [`s3.${region}.amazonaws.com`, `sqs.${region}.amazonaws.com`] },
      },
    },
    ...secretStatements(props),
  ];
}

/**
 * Connections and variables from Secrets Manager, below one prefix.
 *
 * Source: "Using a secret key in AWS Secrets Manager for an Apache Airflow connection"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/connections-secrets-manager.html).
 */
function secretStatements(props: EnvironmentStatementsProps): PolicyStatement[] {
  const { accountId, region } = props;
  return [
    {
      Sid: 'ReadOwnSecrets',
      Effect: 'Allow',
      Action: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetResourcePolicy',
        'secretsmanager:GetSecretValue',
        'secretsmanager:ListSecretVersionIds',
      ],
      Resource: `arn:aws:secretsmanager:${region}:${accountId}:secret:${props.secretsPrefix}*`,
    },
    {
      Sid: 'FindSecrets',
      Effect: 'Allow',
      Action: 'secretsmanager:ListSecrets',
      // The list is of the account: AWS has no resource type for this action. It shows names, not values.
      Resource: '*',
    },
    {
      // For secrets that are encrypted with the environment's key, as they should be.
      Sid: 'DecryptOwnSecrets',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: props.kmsKeyArn,
      Condition: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
    },
  ];
}
