import type { AwsCall } from '../aws-call';
import type { MotoClient } from '../moto-client';

/** Kinds of logs, with the end of the names of their log groups. */
const GROUPS = {
  DagProcessingLogs: 'DAGProcessing',
  SchedulerLogs: 'Scheduler',
  TaskLogs: 'Task',
  WebserverLogs: 'WebServer',
  WorkerLogs: 'Worker',
} as const;

type Kind = keyof typeof GROUPS;
const KINDS = Object.keys(GROUPS) as Kind[];

export interface ModuleLogging {
  readonly Enabled: boolean;
  readonly LogLevel: string;
}

export type LoggingInput = Partial<Record<Kind, ModuleLogging>>;
export type Logging = Record<Kind, ModuleLogging & { readonly CloudWatchLogGroupArn: string }>;

/**
 * The whole logging configuration, what is not given being as before. At first only task logs are on.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
 *
 * @param environment ARN of the environment
 */
export function loggingOf(
  environment: string,
  given: LoggingInput | undefined,
  before: LoggingInput = {},
): Logging {
  const [, , , region, account, resource = ''] = environment.split(':');
  const name = resource.replace('environment/', '');
  const module = (kind: Kind) => {
    const { Enabled, LogLevel } = given?.[kind] ??
      before[kind] ?? { Enabled: kind === 'TaskLogs', LogLevel: 'INFO' };
    const group = `airflow-${name}-${GROUPS[kind]}`;
    const CloudWatchLogGroupArn = `arn:aws:logs:${region}:${account}:log-group:${group}`;
    return { Enabled, LogLevel, CloudWatchLogGroupArn };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, module(kind)])) as Logging;
}

/** Creates the log groups of what is enabled, unless they are there: without retention, as MWAA does. */
export async function createLogGroups(
  logging: Logging,
  kmsKey: string | undefined,
  call: AwsCall,
  moto: MotoClient,
): Promise<void> {
  const wanted = KINDS.filter((kind) => logging[kind].Enabled).map((kind) => logGroupName(logging[kind]));
  await Promise.all(
    wanted.map(async (logGroupName) => {
      const { logGroups } = await moto.ask<{ logGroups: { logGroupName: string }[] }>(
        'logs',
        'Logs_20140328.DescribeLogGroups',
        { logGroupNamePrefix: logGroupName },
        call,
      );
      if (logGroups.some((group) => group.logGroupName === logGroupName)) return;
      const encryption = kmsKey === undefined ? {} : { kmsKeyId: kmsKey };
      await moto.ask('logs', 'Logs_20140328.CreateLogGroup', { logGroupName, ...encryption }, call);
    }),
  );
}

function logGroupName({ CloudWatchLogGroupArn }: { readonly CloudWatchLogGroupArn: string }): string {
  return CloudWatchLogGroupArn.split(':').slice(6).join(':');
}
