import { environmentStatements } from '../../../modules/mwaa/environment-statements';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/airflow';
const statements = environmentStatements({
  accountId: '111122223333',
  region: 'eu-west-1',
  environmentName: 'sandbox-main',
  bucketArn: 'arn:aws:s3:::dags',
  kmsKeyArn: KEY,
  secretsPrefix: 'sandbox/airflow/',
});
const statement = (sid: string) => statements.find(({ Sid }) => Sid === sid);

/** Resources of the statement that allows an action. */
const resourcesFor = (action: string) =>
  statements
    .filter(({ Effect, Action }) => Effect === 'Allow' && [Action].flat().includes(action))
    .flatMap(({ Resource }) => Resource);

// AWS's verify_env looks for these, and an environment without them ends as CREATE_FAILED half an hour later.
describe('environmentStatements', () => {
  it('names the one environment, bucket and log groups', () => {
    expect(resourcesFor('airflow:PublishMetrics')).toEqual([
      'arn:aws:airflow:eu-west-1:111122223333:environment/sandbox-main',
    ]);
    expect(resourcesFor('s3:GetObject*')).toEqual(['arn:aws:s3:::dags', 'arn:aws:s3:::dags/*']);
    expect(resourcesFor('logs:PutLogEvents')).toEqual([
      'arn:aws:logs:eu-west-1:111122223333:log-group:airflow-sandbox-main-*',
    ]);
  });

  it('never lists the buckets of the account, whatever else allows it', () => {
    expect(statement('NeverListBuckets')).toMatchObject({
      Effect: 'Deny',
      Action: 's3:ListAllMyBuckets',
      Resource: '*',
    });
  });

  it('uses the queue, which is in an account of AWS’s', () => {
    expect(resourcesFor('sqs:ReceiveMessage')).toEqual(['arn:aws:sqs:eu-west-1:*:airflow-celery-*']);
  });

  it('names the key, through S3 and the queue: the form for AWS’s own key would shut this one out', () => {
    expect(statement('UseTheKey')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
      Resource: KEY,
      Condition: {
        StringLike: { 'kms:ViaService': ['s3.eu-west-1.amazonaws.com', 'sqs.eu-west-1.amazonaws.com'] },
      },
    });
    for (const each of statements) expect(each).not.toHaveProperty('NotResource');
  });

  it('reads secrets below its prefix only', () => {
    expect(resourcesFor('secretsmanager:GetSecretValue')).toEqual([
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:sandbox/airflow/*',
    ]);
  });

  it('writes nothing to a bucket and changes no secret', () => {
    const actions = statements.flatMap(({ Effect, Action }) => (Effect === 'Allow' ? [Action].flat() : []));
    expect(
      actions.filter((action) =>
        /^s3:(?:Put|Delete)|^secretsmanager:(?:Put|Create|Update|Delete)/.test(action),
      ),
    ).toEqual([]);
  });
});
