import { CloudWatchClient, paginateDescribeAlarms, paginateListDashboards } from '@aws-sdk/client-cloudwatch';
import { AthenaClient, ListWorkGroupsCommand } from '@aws-sdk/client-athena';
import { type ClusterState, EMRClient, paginateListClusters } from '@aws-sdk/client-emr';
import { GlueClient, paginateGetDatabases, paginateGetTables } from '@aws-sdk/client-glue';
import { IAMClient, paginateListRoles } from '@aws-sdk/client-iam';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { MWAAClient } from '@aws-sdk/client-mwaa';
import type { AwsClientConfig } from '../../local';
import { readAirflow } from './read-airflow';

/** The data platform in an account, as AWS clients see it. */
export interface DeployedPlatform {
  readonly buckets: readonly string[];
  /** `database.table`; a database without tables stands alone. */
  readonly tables: readonly string[];
  readonly workGroups: readonly string[];
  /** Name and state. */
  readonly clusters: readonly string[];
  readonly stepRoles: readonly string[];
  readonly airflow: readonly string[];
  readonly alarms: number;
  readonly dashboards: readonly string[];
}

/**
 * Reads the data platform back.
 *
 * @param client options with credentials of the stage's account
 */
export async function readPlatform(client: AwsClientConfig, stage: string): Promise<DeployedPlatform> {
  const { Buckets: buckets = [] } = await new S3Client(client).send(new ListBucketsCommand({}));
  const { WorkGroups: workGroups = [] } = await new AthenaClient(client).send(new ListWorkGroupsCommand({}));
  return {
    buckets: buckets.map(({ Name }) => Name ?? '').sort(),
    tables: await readTables(new GlueClient(client)),
    workGroups: workGroups
      .map(({ Name }) => Name ?? '')
      .filter((name) => name !== 'primary')
      .sort(),
    clusters: await readClusters(new EMRClient(client)),
    stepRoles: await readStepRoles(new IAMClient(client), stage),
    airflow: await readAirflow(new MWAAClient(client)),
    ...(await readMonitoring(new CloudWatchClient(client))),
  };
}

async function readTables(glue: GlueClient): Promise<string[]> {
  const found: string[] = [];
  for await (const { DatabaseList = [] } of paginateGetDatabases({ client: glue }, {})) {
    for (const { Name: database = '' } of DatabaseList) {
      const tables: string[] = [];
      for await (const { TableList = [] } of paginateGetTables(
        { client: glue },
        { DatabaseName: database },
      )) {
        tables.push(...TableList.map(({ Name }) => `${database}.${Name}`));
      }
      found.push(...(tables.length > 0 ? tables : [database]));
    }
  }
  return found.sort();
}

async function readClusters(emr: EMRClient): Promise<string[]> {
  const found: string[] = [];
  const alive: ClusterState[] = ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING'];
  for await (const { Clusters = [] } of paginateListClusters({ client: emr }, { ClusterStates: alive })) {
    found.push(...Clusters.map(({ Name, Id, Status }) => `${Name}  ${Id}  ${Status?.State?.toLowerCase()}`));
  }
  return found.sort();
}

async function readStepRoles(iam: IAMClient, stage: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { Roles = [] } of paginateListRoles({ client: iam }, {})) {
    found.push(
      ...Roles.map(({ RoleName }) => RoleName ?? '').filter((name) => name.startsWith(`${stage}-emr-step-`)),
    );
  }
  return found.sort();
}

async function readMonitoring(
  cloudWatch: CloudWatchClient,
): Promise<Pick<DeployedPlatform, 'alarms' | 'dashboards'>> {
  let alarms = 0;
  const dashboards: string[] = [];
  for await (const { MetricAlarms = [], CompositeAlarms = [] } of paginateDescribeAlarms(
    { client: cloudWatch },
    { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
  ))
    alarms += MetricAlarms.length + CompositeAlarms.length;
  for await (const { DashboardEntries = [] } of paginateListDashboards({ client: cloudWatch }, {}))
    dashboards.push(...DashboardEntries.map(({ DashboardName }) => DashboardName ?? ''));
  return { alarms, dashboards: dashboards.sort() };
}
