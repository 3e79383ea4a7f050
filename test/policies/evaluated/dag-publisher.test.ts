import { STAGE_ACCOUNT } from '../../support/policies';
import { PUBLISHER_ACCOUNT } from '../../support/policy-config';
import { decide } from '../decide';
import { AIRFLOWS, keyOf, lakeOf, roleMay } from './airflow-under-test';
import { below, REGION } from './stage-under-test';

const [[, shipped], [, airflow]] = AIRFLOWS as [(typeof AIRFLOWS)[number], (typeof AIRFLOWS)[number]];
const { stack, bucket, key } = airflow;
const PUBLISHER = stack.arn('aws_iam_role', '-dag-publisher');
const THROUGH_S3 = { 'kms:ViaService': `s3.${REGION}.amazonaws.com` };
const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;

it('is not there where nobody may publish', () => {
  expect(shipped.stack.arns('aws_iam_role').filter((arn) => arn.includes('publisher'))).toEqual([]);
});

describe('the role that publishes DAGs', () => {
  roleMay(
    airflow,
    PUBLISHER,
    [
      ['put a DAG', 's3:PutObject', `${bucket}/dags/team/daily.py`],
      ['take a DAG out', 's3:DeleteObject', `${bucket}/dags/team/daily.py`],
      ['read a DAG', 's3:GetObject', `${bucket}/dags/team/daily.py`],
      ['list DAGs', 's3:ListBucket', bucket, below('dags/')],
      ['encrypt a DAG', 'kms:GenerateDataKey', key, THROUGH_S3],
      ['decrypt a DAG', 'kms:Decrypt', key, THROUGH_S3],
    ],
    [
      ['change what is installed', 's3:PutObject', `${bucket}/requirements.txt`],
      ['change plugins', 's3:PutObject', `${bucket}/plugins.zip`],
      ['change the startup script', 's3:PutObject', `${bucket}/startup.sh`],
      ['read the startup script', 's3:GetObject', `${bucket}/startup.sh`],
      ['put what begins alike', 's3:PutObject', `${bucket}/dags.zip`],
      ['delete plugins', 's3:DeleteObject', `${bucket}/plugins.zip`],
      ['delete a DAG for good', 's3:DeleteObjectVersion', `${bucket}/dags/team/daily.py`],
      ['list the whole bucket', 's3:ListBucket', bucket],
      ['list from the root', 's3:ListBucket', bucket, below('')],
      ['change the policy of the bucket', 's3:PutBucketPolicy', bucket],
      ['write another bucket', 's3:PutObject', `${lakeOf(stack, 'artifacts')}/dags/daily.py`],
      ['use the key by itself', 'kms:Decrypt', key],
      ['use the key of the data', 'kms:Decrypt', keyOf(stack, 'data'), THROUGH_S3],
      [
        'encrypt a DAG with another key',
        's3:PutObject',
        `${bucket}/dags/daily.py`,
        {
          's3:x-amz-server-side-encryption': 'aws:kms',
          's3:x-amz-server-side-encryption-aws-kms-key-id': keyOf(stack, 'data'),
        },
      ],
      [
        'put a DAG without TLS',
        's3:PutObject',
        `${bucket}/dags/daily.py`,
        { 'aws:SecureTransport': 'false' },
      ],
      ['become Airflow', 'sts:AssumeRole', airflow.role],
      ['start a run', 'airflow:CreateCliToken', airflow.environment],
      [
        'read secrets',
        'secretsmanager:GetSecretValue',
        `arn:aws:secretsmanager:${REGION}:${STAGE_ACCOUNT}:secret:sandbox/airflow/connections/x-AbCdEf`,
      ],
    ],
  );

  const assumed = (principal: string) =>
    decide(stack, { principal, action: 'sts:AssumeRole', resource: PUBLISHER });

  it('is for whom the environment lists', async () => {
    await expect(assumed(role(PUBLISHER_ACCOUNT, 'ci'))).resolves.toBe('Allowed');
  });

  it.each([
    ['another role of the same account', role(PUBLISHER_ACCOUNT, 'admin')],
    ['a role of that name in another account', role('777788889999', 'ci')],
    ['an administrator of the stage', role(STAGE_ACCOUNT, 'admin')],
    ['Airflow itself', airflow.role],
    ['a job', stack.arn('aws_iam_role', 'step-events-daily')],
    ['MWAA', 'airflow.amazonaws.com'],
  ])('is not for %s', async (_, principal) => {
    await expect(assumed(principal)).resolves.toMatch(/Denied$/);
  });
});

describe('DAGs, which run with the rights of Airflow', () => {
  // The service role of EMR has a policy of AWS's, which is about EC2 and passes no right to S3.
  const others = stack
    .arns('aws_iam_role')
    .filter((arn) => ![PUBLISHER, stack.arn('aws_iam_role', 'emr-service')].includes(arn));
  it.each(others.map((arn) => [arn.replace(/^.*\//, ''), arn] as const))(
    'cannot be written by %s',
    async (_, principal) => {
      for (const action of ['s3:PutObject', 's3:DeleteObject'])
        await expect(
          decide(stack, { principal, action, resource: `${bucket}/dags/daily.py` }),
        ).resolves.toMatch(/Denied$/);
    },
  );
});
