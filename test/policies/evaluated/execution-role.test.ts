import { STAGE_ACCOUNT } from '../../support/policies';
import { decide } from '../decide';
import { AIRFLOWS, keyOf, roleMay } from './airflow-under-test';
import { REGION } from './stage-under-test';

/** A queue of MWAA's, in an account of AWS's. */
const queue = (name: string) => `arn:aws:sqs:${REGION}:${STAGE_ACCOUNT}:${name}`;
const logs = (name: string) => `arn:aws:logs:${REGION}:${STAGE_ACCOUNT}:log-group:${name}`;
const secret = (name: string) => `arn:aws:secretsmanager:${REGION}:${STAGE_ACCOUNT}:secret:${name}-AbCdEf`;
const through = (service: string) => ({ 'kms:ViaService': `${service}.${REGION}.amazonaws.com` });

/**
 * What AWS's verifier simulates of an execution role with a key of its own, and that nothing beside it is allowed.
 *
 * Source: `verify_iam` of verify_env (https://github.com/awslabs/aws-support-tools/tree/master/MWAA/verify_env).
 */
describe.each(AIRFLOWS)('the execution role %s, with AWS', (_, airflow) => {
  const { stack, role, environment, bucket, key } = airflow;
  const own = (ending: string) => logs(`airflow-sandbox-main-${ending}`);

  roleMay(
    airflow,
    role,
    [
      ['publish metrics of its environment', 'airflow:PublishMetrics', environment],
      ['read DAGs', 's3:GetObject', `${bucket}/dags/events_daily.py`],
      ['read versions of plugins', 's3:GetObjectVersion', `${bucket}/plugins.zip`],
      ['list the bucket', 's3:ListBucket', bucket],
      ['list its versions', 's3:ListBucketVersions', bucket],
      ['see whether it keeps versions', 's3:GetBucketVersioning', bucket],
      ['see whether it is public', 's3:GetBucketPublicAccessBlock', bucket],
      ['see how it is encrypted', 's3:GetBucketPolicyStatus', bucket],
      ['see what the account blocks', 's3:GetAccountPublicAccessBlock', '*'],
      ['make its log groups', 'logs:CreateLogGroup', own('Task')],
      ['make streams in them', 'logs:CreateLogStream', `${own('Scheduler')}:log-stream:1`],
      ['write logs', 'logs:PutLogEvents', `${own('DAGProcessing')}:log-stream:1`],
      ['read logs, for the UI', 'logs:GetLogEvents', `${own('Task')}:log-stream:1`],
      ['see the fields of logs', 'logs:GetLogGroupFields', own('Worker')],
      ['read a record of logs', 'logs:GetLogRecord', own('Task')],
      ['read results of a search in logs', 'logs:GetQueryResults', own('Task')],
      ['find log groups', 'logs:DescribeLogGroups', '*'],
      ['put metrics', 'cloudwatch:PutMetricData', '*'],
      ...[
        'ChangeMessageVisibility',
        'DeleteMessage',
        'GetQueueAttributes',
        'GetQueueUrl',
        'ReceiveMessage',
        'SendMessage',
      ].map((name) => [`call ${name} of its queue`, `sqs:${name}`, queue('airflow-celery-1')] as const),
      ...['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey'].flatMap(
        (name) =>
          ['s3', 'sqs'].map(
            (service) =>
              [`call ${name} of its key through ${service}`, `kms:${name}`, key, through(service)] as const,
          ),
      ),
      ['read a connection', 'secretsmanager:GetSecretValue', secret('sandbox/airflow/connections/warehouse')],
      ['read a variable', 'secretsmanager:GetSecretValue', secret('sandbox/airflow/variables/limit')],
      ['describe a connection', 'secretsmanager:DescribeSecret', secret('sandbox/airflow/connections/x')],
      ['see who may read it', 'secretsmanager:GetResourcePolicy', secret('sandbox/airflow/connections/x')],
      [
        'list its versions of it',
        'secretsmanager:ListSecretVersionIds',
        secret('sandbox/airflow/connections/x'),
      ],
      ['find secrets', 'secretsmanager:ListSecrets', '*'],
      ['decrypt secrets', 'kms:Decrypt', key, through('secretsmanager')],
    ],
    [
      ['list the buckets of the account', 's3:ListAllMyBuckets', '*'],
      ['publish metrics of another environment', 'airflow:PublishMetrics', `${environment}-2`],
      ['sign in to its environment', 'airflow:CreateCliToken', environment],
      ['change its environment', 'airflow:UpdateEnvironment', environment],
      ['write a DAG', 's3:PutObject', `${bucket}/dags/mine.py`],
      ['delete a DAG', 's3:DeleteObject', `${bucket}/dags/events_daily.py`],
      ['change what is installed', 's3:PutObject', `${bucket}/requirements.txt`],
      ['make the bucket public', 's3:PutBucketPublicAccessBlock', bucket],
      ['write other logs', 'logs:PutLogEvents', `${logs('/vpc/sandbox/flow-log')}:log-stream:1`],
      [
        'write logs of an environment that begins alike',
        'logs:CreateLogStream',
        `${logs('airflow-sandbox-mainly')}:log-stream:1`,
      ],
      ['delete its logs', 'logs:DeleteLogGroup', own('Task')],
      ['keep its logs forever', 'logs:DeleteRetentionPolicy', own('Task')],
      ['use another queue', 'sqs:SendMessage', queue('orders')],
      ['delete its queue', 'sqs:DeleteQueue', queue('airflow-celery-1')],
      ['use its key by itself', 'kms:Decrypt', key],
      ['use its key through another service', 'kms:Decrypt', key, through('ebs')],
      ['encrypt through Secrets Manager', 'kms:Encrypt', key, through('secretsmanager')],
      ['use the key of the logs', 'kms:Decrypt', keyOf(stack, 'logs'), through('s3')],
      ['use the key of the data for queues', 'kms:Decrypt', keyOf(stack, 'data'), through('sqs')],
      ['let others use its key', 'kms:CreateGrant', key],
      ['delete its key', 'kms:ScheduleKeyDeletion', key],
      ['read another secret', 'secretsmanager:GetSecretValue', secret('payroll')],
      [
        'read secrets of another stage',
        'secretsmanager:GetSecretValue',
        secret('prod/airflow/connections/x'),
      ],
      ['read secrets that begin alike', 'secretsmanager:GetSecretValue', secret('sandbox/airflow-admin/x')],
      ['read other secrets of its stage', 'secretsmanager:GetSecretValue', secret('sandbox/payroll')],
      ['change a secret', 'secretsmanager:PutSecretValue', secret('sandbox/airflow/connections/x')],
    ],
  );

  it('is denied the list of buckets even when something else allows it', async () => {
    await expect(
      decide(stack, { principal: role, action: 's3:ListAllMyBuckets', resource: '*' }),
    ).resolves.toBe('ExplicitlyDenied');
  });
});

describe.each(AIRFLOWS)('the execution role %s', (_, { stack, role, environment }) => {
  const assumed = (principal: string, context: Record<string, string> = {}) =>
    decide(stack, { principal, action: 'sts:AssumeRole', resource: role, context });
  const from = (account: string, source: string) => ({
    'aws:SourceAccount': account,
    'aws:SourceArn': source,
  });
  const own = from(STAGE_ACCOUNT, environment);

  it.each(['airflow.amazonaws.com', 'airflow-env.amazonaws.com'])('is for %s', async (service) => {
    await expect(assumed(service, own)).resolves.toBe('Allowed');
  });

  const arn = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
  it.each([
    ['MWAA for another environment', 'airflow-env.amazonaws.com', from(STAGE_ACCOUNT, `${environment}-2`)],
    ['MWAA in another account', 'airflow-env.amazonaws.com', from('777788889999', environment)],
    [
      'MWAA for an environment of another account',
      'airflow.amazonaws.com',
      from(STAGE_ACCOUNT, environment.replace(STAGE_ACCOUNT, '777788889999')),
    ],
    ['MWAA for nobody in particular', 'airflow.amazonaws.com', {}],
    ['another service', 'ec2.amazonaws.com', own],
    ['an administrator', arn(STAGE_ACCOUNT, 'admin'), {}],
    ['another account', arn('777788889999', 'admin'), {}],
    ['a node of a cluster', stack.arn('aws_iam_role', 'emr-node'), {}],
    ['a job', stack.arn('aws_iam_role', 'step-events-daily'), {}],
    ['itself', role, {}],
  ])('is not for %s', async (__, principal, context) => {
    await expect(assumed(principal, context)).resolves.toMatch(/Denied$/);
  });
});
