import { runSimulation } from '@cloud-copilot/iam-simulate';
import { shippedPermissionSets } from '../../modules/identity-center/permission-sets';

const ACCOUNT = '111122223333';
const STRANGER = '777788889999';
const REGION = 'eu-west-1';

const sets = shippedPermissionSets({
  dataEngineer: {
    reads: [{ zone: 'curated', prefix: 'events_daily/' }],
    writes: [{ zone: 'raw', prefix: 'scratch/' }],
  },
});

/** What every key of a stage says: without it no IAM policy has any effect on a key. */
const ACCOUNT_DECIDES = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'AccountDecidesByIam',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
};

/** What somebody with a permission set asks for: action, resource, condition keys, owner of the resource. */
type Case = readonly [
  sentence: string,
  action: string,
  resource: string,
  context?: Record<string, string | string[]>,
  owner?: string,
];

/** Whether the inline policy of a permission set lets a request pass. Managed policies are AWS's own to vouch for. */
async function decide(set: string, [, action, resource, context, owner = ACCOUNT]: Case): Promise<string> {
  const policy: unknown = JSON.parse(sets.find(({ name }) => name === set)?.inlinePolicy ?? '');
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_${set}_0123456789abcdef`,
        action,
        resource: { resource, accountId: owner },
        contextVariables: { 'aws:PrincipalAccount': ACCOUNT, 'aws:ResourceAccount': owner, ...context },
      },
      identityPolicies: [{ name: set, policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(action.startsWith('kms:') ? { resourcePolicy: ACCOUNT_DECIDES } : {}),
    },
    {},
  );
  if (answer.resultType !== 'single') throw new Error(`${action} on ${resource}: ${JSON.stringify(answer)}`);
  return answer.overallResult;
}

const named = (cases: readonly Case[]) => cases.map((asked) => ({ sentence: asked[0], asked }));

function itDecides(set: string, may: readonly Case[], mayNot: readonly Case[]): void {
  describe(set, () => {
    it.each(named(may))('may $sentence', async ({ asked }) => {
      await expect(decide(set, asked)).resolves.toBe('Allowed');
    });
    it.each(named(mayNot))('may not $sentence', async ({ asked }) => {
      await expect(decide(set, asked)).resolves.toMatch(/Denied$/);
    });
  });
}

const bucket = (purpose: string, account = ACCOUNT) => `arn:aws:s3:::sandbox-${purpose}-${account}`;
const glue = (rest: string, account = ACCOUNT) => `arn:aws:glue:${REGION}:${account}:${rest}`;
const workGroup = (name: string) => `arn:aws:athena:${REGION}:${ACCOUNT}:workgroup/${name}`;
const airflow = (role: string) => `arn:aws:airflow:${REGION}:${ACCOUNT}:role/sandbox-main/${role}`;
const key = `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-0000-0000-000000000000`;
const cluster = `arn:aws:elasticmapreduce:${REGION}:${ACCOUNT}:cluster/j-1ABCDEFGHIJKL`;
const instance = `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-0123456789abcdef0`;

const through = (service: string, alias: string) => ({
  'kms:ViaService': `${service}.${REGION}.amazonaws.com`,
  'kms:ResourceAliases': [`alias/sandbox-${alias}`],
});
const throughS3 = (alias: string) => through('s3', alias);
const ofPlatform = { 'elasticmapreduce:ResourceTag/EmrPlatform': 'sandbox' };

itDecides(
  'DataAnalyst',
  [
    ['run a query in its work group', 'athena:StartQueryExecution', workGroup('analysts')],
    ['read the answer', 'athena:GetQueryResults', workGroup('analysts')],
    ['see tables of the curated zone', 'glue:GetTable', glue('table/curated/events_daily')],
    ['read curated data', 's3:GetObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['list curated data', 's3:ListBucket', bucket('curated')],
    ['write its results', 's3:PutObject', `${bucket('query-results')}/analysts/1.csv`],
    ['read its results', 's3:GetObject', `${bucket('query-results')}/analysts/1.csv`],
    ['decrypt data through S3', 'kms:Decrypt', key, throughS3('data')],
    ['decrypt metadata of tables', 'kms:Decrypt', key, through('glue', 'data')],
    ['use the catalog as AWS wants its clients to', 'kms:Encrypt', key, through('glue', 'data')],
    ['find its work group', 'athena:ListWorkGroups', '*'],
  ],
  [
    ['run a query in another work group', 'athena:StartQueryExecution', workGroup('engineers')],
    ['run a query in the work group primary', 'athena:StartQueryExecution', workGroup('primary')],
    ['change its work group', 'athena:UpdateWorkGroup', workGroup('analysts')],
    ['see raw tables', 'glue:GetTable', glue('table/raw/events')],
    ['change tables', 'glue:UpdateTable', glue('table/curated/events_daily')],
    ['read raw data', 's3:GetObject', `${bucket('raw')}/events/1.json`],
    ['list raw data', 's3:ListBucket', bucket('raw')],
    ['change curated data', 's3:PutObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['delete curated data', 's3:DeleteObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['read results of others', 's3:GetObject', `${bucket('query-results')}/engineers/1.csv`],
    ['list all results', 's3:ListBucket', bucket('query-results')],
    ['read code of jobs', 's3:GetObject', `${bucket('artifacts')}/jobs/events-daily/main.py`],
    ['decrypt without S3', 'kms:Decrypt', key, { 'kms:ResourceAliases': ['alias/sandbox-data'] }],
    ['encrypt text of its own through S3', 'kms:Encrypt', key, throughS3('data')],
    ['decrypt logs', 'kms:Decrypt', key, throughS3('logs')],
    ['use the key of the logs through Glue', 'kms:Encrypt', key, through('glue', 'logs')],
    ['decrypt what is of Airflow', 'kms:Decrypt', key, throughS3('airflow')],
    [
      'read curated data of another stage',
      's3:GetObject',
      `${bucket('curated', STRANGER)}/events_daily/1.parquet`,
      {},
      STRANGER,
    ],
    [
      'write into a bucket that a stranger called the same',
      's3:PutObject',
      `${bucket('query-results').replace('sandbox', 'trap')}/analysts/1.csv`,
      {},
      STRANGER,
    ],
    ['sign in to Airflow', 'airflow:CreateWebLoginToken', airflow('Viewer')],
    ['see clusters', 'elasticmapreduce:DescribeCluster', cluster, ofPlatform],
    ['see roles', 'iam:ListRoles', '*'],
  ],
);

itDecides(
  'AirflowViewer',
  [
    ['sign in as Viewer', 'airflow:CreateWebLoginToken', airflow('Viewer')],
    ['find environments', 'airflow:ListEnvironments', '*'],
  ],
  [
    ['sign in as Admin', 'airflow:CreateWebLoginToken', airflow('Admin')],
    ['sign in as Op', 'airflow:CreateWebLoginToken', airflow('Op')],
    ['sign in as User', 'airflow:CreateWebLoginToken', airflow('User')],
    [
      'use the command line of Airflow',
      'airflow:CreateCliToken',
      `arn:aws:airflow:${REGION}:${ACCOUNT}:environment/sandbox-main`,
    ],
  ],
);

itDecides(
  'AirflowOperator',
  [['sign in as Op', 'airflow:CreateWebLoginToken', airflow('Op')]],
  [
    ['sign in as Admin', 'airflow:CreateWebLoginToken', airflow('Admin')],
    [
      'change an environment',
      'airflow:UpdateEnvironment',
      `arn:aws:airflow:${REGION}:${ACCOUNT}:environment/sandbox-main`,
    ],
  ],
);

itDecides(
  'DataEngineer',
  [
    ['run DAGs', 'airflow:CreateWebLoginToken', airflow('User')],
    ['query in its work group', 'athena:StartQueryExecution', workGroup('engineers')],
    ['read a prefix of the team', 's3:GetObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['list it', 's3:ListBucket', bucket('curated'), { 's3:prefix': 'events_daily/' }],
    ['read where it writes', 's3:GetObject', `${bucket('raw')}/scratch/1.json`],
    ['write there', 's3:PutObject', `${bucket('raw')}/scratch/1.json`],
    ['see a cluster', 'elasticmapreduce:DescribeCluster', cluster, ofPlatform],
    ['see its steps', 'elasticmapreduce:ListSteps', cluster, ofPlatform],
    ['open the history of Spark', 'elasticmapreduce:CreatePersistentAppUI', cluster, ofPlatform],
    ['open a shell on a node', 'ssm:StartSession', instance, { 'ssm:resourceTag/EmrPlatform': 'sandbox' }],
  ],
  [
    ['read another prefix', 's3:GetObject', `${bucket('curated')}/salaries/1.parquet`],
    ['list another prefix', 's3:ListBucket', bucket('curated'), { 's3:prefix': 'salaries/' }],
    ['list everything', 's3:ListBucket', bucket('curated')],
    [
      'list in one zone what is its own in the other',
      's3:ListBucket',
      bucket('raw'),
      { 's3:prefix': 'events_daily/' },
    ],
    ['write where it only reads', 's3:PutObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['query where analysts do', 'athena:StartQueryExecution', workGroup('analysts')],
    ['be Admin of Airflow', 'airflow:CreateWebLoginToken', airflow('Admin')],
    ['see a cluster of somebody else', 'elasticmapreduce:DescribeCluster', cluster],
    ['add steps', 'elasticmapreduce:AddJobFlowSteps', cluster, ofPlatform],
    ['start clusters', 'elasticmapreduce:RunJobFlow', '*'],
    ['pass a role', 'iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/sandbox-emr-node`],
    ['open a shell elsewhere', 'ssm:StartSession', instance],
    ['decrypt logs', 'kms:Decrypt', key, throughS3('logs')],
  ],
);

itDecides(
  'PlatformReadOnly',
  [
    [
      'read logs',
      'logs:FilterLogEvents',
      `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:airflow-sandbox-main-Task`,
    ],
    ['search logs', 'logs:StartQuery', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:x`],
    ['read what a search found', 'logs:GetQueryResults', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:x`],
    ['see a cluster', 'elasticmapreduce:DescribeCluster', cluster, ofPlatform],
    ['look at Airflow', 'airflow:CreateWebLoginToken', airflow('Viewer')],
  ],
  [
    ['delete logs', 'logs:DeleteLogGroup', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:x`],
    ['end a cluster', 'elasticmapreduce:TerminateJobFlows', cluster, ofPlatform],
    ['run DAGs', 'airflow:CreateWebLoginToken', airflow('User')],
    ['read data', 's3:GetObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['write data', 's3:PutObject', `${bucket('curated')}/events_daily/1.parquet`],
    ['silence an alarm', 'cloudwatch:DisableAlarmActions', `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:x`],
    ['open a shell', 'ssm:StartSession', instance, { 'ssm:resourceTag/EmrPlatform': 'sandbox' }],
  ],
);
