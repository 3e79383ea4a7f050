import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const encryption = { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } };
const ofGroup = { OutputLocation: 's3://results/analysts/', ...encryption };
const elsewhere = { OutputLocation: 's3://results/elsewhere' };

/** Makes a work group, unless another test has. */
const workGroup = (Name: string, Configuration: object) =>
  boto3Call(local, 'athena', 'create_work_group', { Name, Configuration });

interface Execution {
  readonly QueryExecutionId: string;
  readonly ResultConfiguration: object;
  readonly Status: { readonly State: string };
}

async function athena<Output>(command: string, ...args: string[]): Promise<Output> {
  const { stdout, stderr } = await local.run('aws', 'athena', command, ...args);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Output;
}

const start = async (WorkGroup: string, query = 'SELECT 1', ResultConfiguration?: object) => {
  const input = { QueryString: query, WorkGroup, ResultConfiguration };
  const { output } = await boto3Call(local, 'athena', 'start_query_execution', input);
  return output?.QueryExecutionId as string;
};
const execution = async (QueryExecutionId: string) => {
  const { output } = await boto3Call(local, 'athena', 'get_query_execution', { QueryExecutionId });
  return output?.QueryExecution as Execution;
};

beforeAll(async () => {
  await new S3Client(awsClientConfig(local.cloud)).send(
    new CreateBucketCommand({
      Bucket: 'results',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  );
  await workGroup('enforced', { EnforceWorkGroupConfiguration: true, ResultConfiguration: ofGroup });
  await workGroup('lenient', { EnforceWorkGroupConfiguration: false, ResultConfiguration: ofGroup });
});

test('the AWS CLI starts a query, waits for it and reads its result', async () => {
  const { QueryExecutionId } = await athena<Execution>(
    'start-query-execution',
    ...['--work-group', 'enforced', '--query-string', 'SELECT * FROM events'],
    ...['--query-execution-context', 'Database=raw'],
    ...['--result-configuration', 'OutputLocation=s3://results/elsewhere/'],
  );
  const got = await athena<{ QueryExecution: Execution }>(
    'get-query-execution',
    '--query-execution-id',
    QueryExecutionId,
  );
  expect(got.QueryExecution).toMatchObject({
    Query: 'SELECT * FROM events',
    QueryExecutionContext: { Database: 'raw' },
    StatementType: 'DML',
    WorkGroup: 'enforced',
    EngineVersion: { EffectiveEngineVersion: 'Athena engine version 3' },
    // The work group's own, whatever the client asked for.
    ResultConfiguration: { ...encryption, OutputLocation: `s3://results/analysts/${QueryExecutionId}.csv` },
    Status: { State: 'SUCCEEDED' },
  });
  const results = await athena('get-query-results', '--query-execution-id', QueryExecutionId);
  expect(results).toEqual({
    UpdateCount: 0,
    ResultSet: { Rows: [], ResultSetMetadata: { ColumnInfo: [] } },
  });
});

test('a work group that enforces nothing takes the client’s settings and adds its own', async () => {
  const id = await start('lenient', 'SELECT 1', elsewhere);
  expect((await execution(id)).ResultConfiguration).toEqual({
    ...encryption,
    OutputLocation: `s3://results/elsewhere/${id}.csv`,
  });
});

test.each([
  ['CREATE EXTERNAL TABLE x (id int)', 'DDL', 'txt'],
  ['show tables', 'UTILITY', 'txt'],
  ['WITH x AS (SELECT 1) SELECT * FROM x', 'DML', 'csv'],
])('%s is %s', async (query, StatementType, extension) => {
  const id = await start('enforced', query);
  expect(await execution(id)).toMatchObject({
    StatementType,
    ResultConfiguration: { OutputLocation: `s3://results/analysts/${id}.${extension}` },
  });
});

test('queries are listed by work group, the latest first, and read together', async () => {
  await workGroup('listed', { ResultConfiguration: ofGroup });
  const ids = [await start('listed'), await start('listed')];
  const [listed, batch] = await boto3(local, 'athena', [
    ['list_query_executions', { WorkGroup: 'listed' }],
    ['batch_get_query_execution', { QueryExecutionIds: [...ids, 'unknown'] }],
  ]);
  expect(listed?.output).toEqual({ QueryExecutionIds: ids.toReversed() });
  expect((batch?.output?.QueryExecutions as Execution[]).map((query) => query.QueryExecutionId)).toEqual(ids);
  expect(batch?.output?.UnprocessedQueryExecutionIds).toEqual([
    expect.objectContaining({ QueryExecutionId: 'unknown' }) as object,
  ]);
});

test('a query that was stopped before anybody looked is cancelled and has no result', async () => {
  const QueryExecutionId = await start('enforced');
  const [, results] = await boto3(local, 'athena', [
    ['stop_query_execution', { QueryExecutionId }],
    ['get_query_results', { QueryExecutionId }],
  ]);
  expect(results?.message).toBe('Query has not yet finished. Current state: CANCELLED');
  expect((await execution(QueryExecutionId)).Status.State).toBe('CANCELLED');
});

test('a work group with queries is deleted only with all that is in it', async () => {
  await workGroup('used', { ResultConfiguration: ofGroup });
  await start('used');
  const [refused, done] = await boto3(local, 'athena', [
    ['delete_work_group', { WorkGroup: 'used' }],
    ['delete_work_group', { WorkGroup: 'used', RecursiveDeleteOption: true }],
  ]);
  expect(refused).toMatchObject({ code: 'InvalidRequestException', message: 'WorkGroup used is not empty' });
  expect(done?.output).toEqual({});
});

const noOutput =
  'No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.';

test.each([
  ['in a work group that is not there', { WorkGroup: 'nobodys' }, 'WorkGroup is not found.'],
  ['with nowhere to put the result', { WorkGroup: 'primary' }, noOutput],
  [
    'with a result in a bucket that is not there',
    { WorkGroup: 'lenient', ResultConfiguration: { OutputLocation: 's3://no-such-bucket/' } },
    'Unable to verify/create output bucket no-such-bucket',
  ],
  [
    'without a query',
    { WorkGroup: 'enforced', QueryString: '' },
    "Value '' at 'queryString' failed to satisfy constraint: Member must have length greater than or equal to 1",
  ],
])('fails to start a query %s', async (_, more, message) => {
  const input = { QueryString: 'SELECT 1', ...more };
  expect(await boto3Call(local, 'athena', 'start_query_execution', input)).toEqual({
    code: 'InvalidRequestException',
    status: 400,
    message: expect.stringContaining(message) as string,
  });
});

test('fails to start a query in a disabled work group', async () => {
  const [, , called] = await boto3(local, 'athena', [
    ['create_work_group', { Name: 'off', Configuration: { ResultConfiguration: ofGroup } }],
    ['update_work_group', { WorkGroup: 'off', State: 'DISABLED' }],
    ['start_query_execution', { WorkGroup: 'off', QueryString: 'SELECT 1' }],
  ]);
  expect(called).toMatchObject({
    code: 'InvalidRequestException',
    message: 'WorkGroup off is disabled.',
  });
});

test.each(['get_query_execution', 'get_query_results', 'stop_query_execution'])(
  'fails on a query that is not there: %s',
  async (method) => {
    expect(await boto3Call(local, 'athena', method, { QueryExecutionId: 'unknown' })).toMatchObject({
      code: 'InvalidRequestException',
      message: 'QueryExecution unknown was not found',
    });
  },
);
