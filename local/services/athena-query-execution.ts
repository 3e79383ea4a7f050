import { randomUUID } from 'node:crypto';
import {
  type AthenaWorkGroups,
  type EngineVersion,
  type ResultConfiguration,
  type WorkGroup,
  invalidRequest,
} from '../athena-work-groups';
import type { AwsCall } from '../aws-call';
import { bucketExists } from '../bucket-memory';
import { type Shapes, checkInput } from '../input-shape';
import { type JsonInput, jsonService, now } from '../json-service';
import type { MotoClient } from '../moto-client';
import { RegionalState } from '../regional-state';

/** `QueryExecution` of Athena's model. */
interface QueryExecution {
  readonly QueryExecutionId: string;
  readonly Query: string;
  readonly StatementType: 'DDL' | 'DML' | 'UTILITY';
  readonly ResultConfiguration: ResultConfiguration;
  readonly QueryExecutionContext: object;
  readonly WorkGroup: string;
  readonly EngineVersion: EngineVersion;
  readonly ExecutionParameters?: unknown;
  Status: {
    readonly State: 'QUEUED' | 'SUCCEEDED' | 'CANCELLED';
    readonly SubmissionDateTime: number;
    readonly CompletionDateTime?: number;
  };
}

const workGroupName = { pattern: /[a-zA-Z0-9._-]{1,128}/ };
const queryId = { isRequired: true, min: 1, max: 128, pattern: /\S+/ } as const;

/** The queries of each account and region, by their id, in the order in which they were started. */
export class AthenaQueries {
  private readonly state = new RegionalState(() => new Map<string, QueryExecution>());

  of(call: AwsCall): Map<string, QueryExecution> {
    return this.state.of(call);
  }

  readonly hasQueries = (call: AwsCall, workGroup: string): boolean =>
    [...this.of(call).values()].some((query) => query.WorkGroup === workGroup);
}

/**
 * Queries of Athena. They are accepted or refused as Athena does, get the work group's result location where it
 * is enforced, and succeed with an empty result: nothing is read. moto knows nothing of what work groups enforce.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
 */
export function athenaQueryExecution(workGroups: AthenaWorkGroups, queries: AthenaQueries) {
  const found = (input: JsonInput, call: AwsCall): QueryExecution => {
    check(input, { QueryExecutionId: queryId });
    const id = input.QueryExecutionId as string;
    const query = queries.of(call).get(id);
    if (query === undefined) throw invalidRequest(`QueryExecution ${id} was not found`);
    return query;
  };
  return jsonService({
    name: 'athena-query-execution',
    service: 'athena',
    actions: {
      async StartQueryExecution(input, call, moto) {
        check(input, {
          QueryString: { isRequired: true, min: 1, max: 262_144 },
          ClientRequestToken: { min: 32, max: 128 },
          WorkGroup: workGroupName,
        });
        const query = await started(input, call, moto, workGroups);
        queries.of(call).set(query.QueryExecutionId, query);
        return { QueryExecutionId: query.QueryExecutionId };
      },
      GetQueryExecution: (input, call) => ({ QueryExecution: read(found(input, call)) }),
      BatchGetQueryExecution(input, call) {
        check(input, { QueryExecutionIds: { isRequired: true, min: 1, max: 50 } });
        const ids = input.QueryExecutionIds as string[];
        const known = ids.flatMap((id) => queries.of(call).get(id) ?? []);
        const unknown = ids.filter((id) => !queries.of(call).has(id));
        return {
          QueryExecutions: known.map(read),
          UnprocessedQueryExecutionIds: unknown.map((QueryExecutionId) => ({
            QueryExecutionId,
            ErrorCode: 'INVALID_QUERY_EXECUTION_ID',
            ErrorMessage: `QueryExecution ${QueryExecutionId} was not found`,
          })),
        };
      },
      ListQueryExecutions(input, call) {
        check(input, { WorkGroup: workGroupName });
        const { Name } = workGroups.named(call, (input.WorkGroup as string | undefined) ?? 'primary');
        const ofGroup = [...queries.of(call).values()].filter((query) => query.WorkGroup === Name);
        return { QueryExecutionIds: ofGroup.map((query) => query.QueryExecutionId).reverse() };
      },
      StopQueryExecution(input, call) {
        const query = found(input, call);
        if (query.Status.State === 'QUEUED') end(query, 'CANCELLED');
        return {};
      },
      GetQueryResults(input, call) {
        const query = found(input, call);
        if (query.Status.State !== 'SUCCEEDED')
          throw invalidRequest(`Query has not yet finished. Current state: ${query.Status.State}`);
        return { UpdateCount: 0, ResultSet: { Rows: [], ResultSetMetadata: { ColumnInfo: [] } } };
      },
    },
  });
}

function check(input: JsonInput, fields: Shapes): void {
  checkInput(input, fields, { code: 'InvalidRequestException' });
}

async function started(
  input: JsonInput,
  call: AwsCall,
  moto: MotoClient,
  workGroups: AthenaWorkGroups,
): Promise<QueryExecution> {
  const workGroup = workGroups.of(call).get((input.WorkGroup as string | undefined) ?? 'primary');
  if (workGroup === undefined) throw invalidRequest('WorkGroup is not found.');
  if (workGroup.State === 'DISABLED') throw invalidRequest(`WorkGroup ${workGroup.Name} is disabled.`);
  const id = randomUUID();
  const query = input.QueryString as string;
  const type = statementType(query);
  const results = effectiveResults(input.ResultConfiguration as ResultConfiguration | undefined, workGroup);
  const folder = results.OutputLocation;
  if (!folder)
    throw invalidRequest(
      'No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.',
    );
  const bucket = /^s3:\/\/([^/]+)/.exec(folder)?.[1] ?? '';
  if (!(await bucketExists(bucket, call, moto)))
    throw invalidRequest(`Unable to verify/create output bucket ${bucket}`);
  return {
    QueryExecutionId: id,
    Query: query,
    StatementType: type,
    ResultConfiguration: {
      ...results,
      OutputLocation: `${folder.replace(/\/?$/, '/')}${id}.${type === 'DML' ? 'csv' : 'txt'}`,
    },
    QueryExecutionContext: input.QueryExecutionContext ?? {},
    WorkGroup: workGroup.Name,
    EngineVersion: workGroup.Configuration.EngineVersion,
    ExecutionParameters: input.ExecutionParameters,
    Status: { State: 'QUEUED', SubmissionDateTime: now() },
  };
}

/**
 * A work group that enforces its settings does so as a whole; any other fills in what the client leaves out.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
 */
function effectiveResults(
  ofClient: ResultConfiguration | undefined,
  { Configuration }: WorkGroup,
): ResultConfiguration {
  const ofGroup = Configuration.ResultConfiguration ?? {};
  return Configuration.EnforceWorkGroupConfiguration ? ofGroup : { ...ofGroup, ...ofClient };
}

function statementType(query: string): QueryExecution['StatementType'] {
  if (/^\s*(?:ALTER|CREATE|DROP|MSCK)\b/i.test(query)) return 'DDL';
  return /^\s*(?:DESC|DESCRIBE|EXPLAIN|SHOW)\b/i.test(query) ? 'UTILITY' : 'DML';
}

/** A query is over by the time that somebody asks for it. */
function read(query: QueryExecution): object {
  if (query.Status.State === 'QUEUED') end(query, 'SUCCEEDED');
  return {
    ...query,
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: false } },
    Statistics: {
      EngineExecutionTimeInMillis: 0,
      DataScannedInBytes: 0,
      TotalExecutionTimeInMillis: 0,
      QueryQueueTimeInMillis: 0,
      ServiceProcessingTimeInMillis: 0,
      ResultReuseInformation: { ReusedPreviousResult: false },
    },
  };
}

function end(query: QueryExecution, State: 'SUCCEEDED' | 'CANCELLED'): void {
  query.Status = { ...query.Status, State, CompletionDateTime: now() };
}
