import { STAGE_ACCOUNT } from '../../support/policies';
import { AIRFLOWS, keyOf, lakeOf, roleMay } from './airflow-under-test';
import { below, glue, REGION } from './stage-under-test';

const CLUSTER = `arn:aws:elasticmapreduce:${REGION}:${STAGE_ACCOUNT}:cluster/j-1`;
const ADMIN = `arn:aws:iam::${STAGE_ACCOUNT}:role/admin`;
const ofPlatform = (platform: string) => ({ 'elasticmapreduce:ResourceTag/EmrPlatform': platform });
const asked = (platform: string) => ({ 'elasticmapreduce:RequestTag/EmrPlatform': platform });
const under = (role: string, platform = 'sandbox') => ({
  ...ofPlatform(platform),
  'elasticmapreduce:ExecutionRoleArn': role,
});
const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });
const parameter = (name: string) => `arn:aws:ssm:${REGION}:${STAGE_ACCOUNT}:parameter${name}`;
const workGroup = (name: string) => `arn:aws:athena:${REGION}:${STAGE_ACCOUNT}:workgroup/${name}`;
const through = (service: string) => ({ 'kms:ViaService': `${service}.${REGION}.amazonaws.com` });

describe.each(AIRFLOWS)('a DAG in the stage %s, with Spark', (_, airflow) => {
  const { stack, role } = airflow;
  const roles = stack.arns('aws_iam_role');
  const steps = roles.filter((arn) => arn.includes('/sandbox-emr-step-'));
  const others = [...roles.filter((arn) => !steps.includes(arn)), ADMIN];
  const service = stack.arn('aws_iam_role', 'emr-service');
  const node = stack.arn('aws_iam_role', 'emr-node');
  const step = stack.arn('aws_iam_role', 'step-events-daily');
  const short = (arn: string) => arn.replace(/^.*\//, '');
  const addStepUnder = (arn: string) =>
    [`add a step under ${short(arn)}`, 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(arn)] as const;

  roleMay(
    airflow,
    role,
    [
      ...steps.map(addStepUnder),
      ['follow a step', 'elasticmapreduce:DescribeStep', CLUSTER, ofPlatform('sandbox')],
      ['cancel a step', 'elasticmapreduce:CancelSteps', CLUSTER, ofPlatform('sandbox')],
      ['find clusters', 'elasticmapreduce:ListClusters', '*'],
      ['start a cluster with the tag', 'elasticmapreduce:RunJobFlow', '*', asked('sandbox')],
      ['tag it while it is started', 'elasticmapreduce:AddTags', CLUSTER, asked('sandbox')],
      ['end it', 'elasticmapreduce:TerminateJobFlows', CLUSTER, ofPlatform('sandbox')],
      ['give EMR its service role', 'iam:PassRole', service, to('elasticmapreduce')],
      ['give EC2 the role of the nodes', 'iam:PassRole', node, to('ec2')],
      [
        'read the request that starts a cluster',
        'ssm:GetParameter',
        stack.arn('aws_ssm_parameter', '/emr/job-flow-template'),
      ],
    ],
    [
      ...others.map(addStepUnder),
      ['add a step under no role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, ofPlatform('sandbox')],
      [
        'add a step under a role that begins alike',
        'elasticmapreduce:AddJobFlowSteps',
        CLUSTER,
        under(`${step}-2`),
      ],
      [
        'add a step to a cluster of another platform',
        'elasticmapreduce:AddJobFlowSteps',
        CLUSTER,
        under(step, 'other'),
      ],
      [
        'add a step to a cluster without the tag',
        'elasticmapreduce:AddJobFlowSteps',
        CLUSTER,
        { 'elasticmapreduce:ExecutionRoleArn': step },
      ],
      ['start a cluster without the tag', 'elasticmapreduce:RunJobFlow', '*'],
      ['start a cluster of another platform', 'elasticmapreduce:RunJobFlow', '*', asked('other')],
      [
        'end a cluster of another platform',
        'elasticmapreduce:TerminateJobFlows',
        CLUSTER,
        ofPlatform('other'),
      ],
      [
        'take a cluster over',
        'elasticmapreduce:AddTags',
        CLUSTER,
        { ...asked('sandbox'), ...ofPlatform('other') },
      ],
      ['get credentials of a session', 'elasticmapreduce:GetClusterSessionCredentials', CLUSTER, under(step)],
      ...[...steps, ...others]
        .filter((arn) => arn !== service)
        .map((arn) => [`give EMR ${short(arn)}`, 'iam:PassRole', arn, to('elasticmapreduce')] as const),
      ...[...steps, ...others]
        .filter((arn) => arn !== node)
        .map((arn) => [`give EC2 ${short(arn)}`, 'iam:PassRole', arn, to('ec2')] as const),
      ...['airflow', 'glue', 'lambda', 'sagemaker'].flatMap((name) =>
        [service, node].map((arn) => [`give ${name} ${short(arn)}`, 'iam:PassRole', arn, to(name)] as const),
      ),
      ['give nobody in particular the role of the nodes', 'iam:PassRole', node],
      ['become a job', 'sts:AssumeRole', step],
      ['become a node', 'sts:AssumeRole', node],
      ['give itself more', 'iam:PutRolePolicy', role],
    ],
  );
});

describe.each(AIRFLOWS)('a DAG in the stage %s, with the lake', (_, airflow) => {
  const { stack, role } = airflow;
  const [raw, curated, results, artifacts] = ['raw', 'curated', 'query-results', 'artifacts'].map((purpose) =>
    lakeOf(stack, purpose),
  ) as [string, string, string, string];
  const dataKey = keyOf(stack, 'data');

  roleMay(
    airflow,
    role,
    [
      ['read the names of the stage', 'ssm:GetParameter', parameter('/landing-zone/sandbox/platform')],
      ['see what has arrived', 's3:ListBucket', raw, below('events/dt=2026-01-01/')],
      ['run a query', 'athena:StartQueryExecution', workGroup('engineers')],
      ['read its result', 'athena:GetQueryResults', workGroup('engineers')],
      ['read a table', 'glue:GetTable', glue('table/curated/events_daily')],
      ['read partitions', 'glue:GetPartitions', glue('table/curated/events_daily')],
      ['read the database', 'glue:GetDatabase', glue('database/curated')],
      ['read data of the database', 's3:GetObject', `${curated}/events_daily/1.parquet`],
      ['write results', 's3:PutObject', `${results}/engineers/1.csv`],
      ['read results', 's3:GetObject', `${results}/engineers/1.csv`],
      ['decrypt what is queried', 'kms:Decrypt', dataKey, through('s3')],
      ['decrypt metadata of tables', 'kms:Decrypt', dataKey, through('glue')],
      ['use the catalog as AWS wants its clients to', 'kms:Encrypt', dataKey, through('glue')],
    ],
    [
      ['read another parameter', 'ssm:GetParameter', parameter('/landing-zone/sandbox/platform-2')],
      ['change the names of the stage', 'ssm:PutParameter', parameter('/landing-zone/sandbox/platform')],
      ['read what has arrived', 's3:GetObject', `${raw}/events/dt=2026-01-01/1.json`],
      ['see what has arrived elsewhere', 's3:ListBucket', raw, below('clicks/')],
      ['see what begins alike', 's3:ListBucket', raw, below('events-private/')],
      ['list all that has arrived', 's3:ListBucket', raw],
      ['run a query in another work group', 'athena:StartQueryExecution', workGroup('analysts')],
      ['run a query in the work group of the account', 'athena:StartQueryExecution', workGroup('primary')],
      ['lift the limit of its work group', 'athena:UpdateWorkGroup', workGroup('engineers')],
      ['read results of another work group', 's3:GetObject', `${results}/analysts/1.csv`],
      ['write results of another work group', 's3:PutObject', `${results}/analysts/1.csv`],
      ['read a table of another database', 'glue:GetTable', glue('table/raw/events')],
      ['make a table', 'glue:CreateTable', glue('table/curated/mine')],
      ['change a table', 'glue:UpdateTable', glue('table/curated/events_daily')],
      ['delete a table', 'glue:DeleteTable', glue('table/curated/events_daily')],
      ['write raw data', 's3:PutObject', `${raw}/events/1.json`],
      ['delete raw data', 's3:DeleteObject', `${raw}/events/1.json`],
      ['write curated data', 's3:PutObject', `${curated}/events_daily/1.parquet`],
      ['delete curated data', 's3:DeleteObject', `${curated}/events_daily/1.parquet`],
      ['read the code of a job', 's3:GetObject', `${artifacts}/jobs/events-daily/main.py`],
      ['change the code of a job', 's3:PutObject', `${artifacts}/jobs/events-daily/main.py`],
      ['change the policy of a bucket', 's3:PutBucketPolicy', curated],
      ['use the key of the data by itself', 'kms:Decrypt', dataKey],
      ['use it through another service', 'kms:Decrypt', dataKey, through('ebs')],
      ['encrypt text of its own through S3', 'kms:Encrypt', dataKey, through('s3')],
    ],
  );
});
