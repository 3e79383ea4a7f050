import {
  type AirflowConfig,
  airflowSize,
  type EnvironmentConfig,
  INTERFACE_ENDPOINT_PRESETS,
  tasksPerWorker,
  zoneIdsOf,
} from '../../config';
import { queryStatements } from '../../modules/athena/query-statements';
import type { EmrPlatform } from '../../modules/emr/emr-platform';
import { stepRoleName } from '../../modules/emr/step-roles';
import type { PolicyStatement } from '../../modules/iam/policy-document';
import type { Lake } from '../../modules/lake/lake';
import { lakeBucketName } from '../../modules/lake/lake-bucket-name';
import { DeployedEnvironments } from '../../modules/mwaa/deployed-environments';
import { arrivalStatements } from '../../modules/mwaa/arrival-statements';
import { MwaaEnvironment, type MwaaNetwork } from '../../modules/mwaa/mwaa-environment';
import { platformStatements, PlatformParameter } from '../../modules/mwaa/platform-parameter';
import { zoneKey } from '../../modules/vpc/subnets';
import type { Vpc } from '../../modules/vpc/vpc';
import { airflowFiles } from '../airflow-files';
import { airflowBucketName, airflowEnvironmentName, airflowSecretsPrefix } from './airflow-names';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

export interface AirflowSurroundings {
  readonly keys: StageKeys;
  readonly vpc: Vpc;
  readonly lake: Lake;
  readonly emr: EmrPlatform;
}

/** The MWAA environments of a stage, by the name that its file gives them. */
export function addAirflow(
  stage: StageContext,
  around: AirflowSurroundings,
): Record<string, MwaaEnvironment> {
  const { scope, provider, environment } = stage;
  const platformParameterName = `/landing-zone/${environment.stage}/platform`;
  const environments = Object.fromEntries(
    Object.entries(environment.airflow).map(([name, airflow]) => [
      name,
      addEnvironment(stage, around, { name, airflow, platformParameterName }),
    ]),
  );
  new PlatformParameter(scope, 'platform-parameter', {
    provider,
    name: platformParameterName,
    platform: platformOf(stage),
  });
  new DeployedEnvironments(scope, 'airflow-environments', {
    provider,
    path: `/landing-zone/${environment.stage}/airflow-environments`,
    environments: Object.fromEntries(
      Object.entries(environment.airflow).map(([name, { version, disposable }]) => [
        name,
        {
          version,
          isProtected: !disposable && !environment.disposable,
          after: resourceOf(environments, name),
        },
      ]),
    ),
    removalRemedy: `put it back with disposable: true into environments/${environment.stage}.yaml, deploy, and then take it out`,
    upgradeRemedy: 'follow docs/runbooks/airflow-upgrade.md',
  });
  return environments;
}

/** The web servers that can be reached from inside the VPC only, for the VPN. */
export function privateAirflow(
  { airflow }: EnvironmentConfig,
  environments: Readonly<Record<string, MwaaEnvironment>>,
  vpc: Vpc,
): { airflowSecurityGroupIds: Record<string, string>; airflowSubnetIds: string[] } {
  return {
    airflowSecurityGroupIds: Object.fromEntries(
      Object.entries(environments).flatMap(([name, { securityGroupId }]) =>
        airflow[name]?.webServerAccess === 'PRIVATE_ONLY' ? [[name, securityGroupId]] : [],
      ),
    ),
    airflowSubnetIds: vpc.privateSubnets.subnetIds.slice(0, 2),
  };
}

/** What monitoring needs to know of them: names and sizes, so that alarms are there before the first environment is. */
export function watchedAirflow({
  stage,
  airflow,
}: EnvironmentConfig): Record<
  string,
  { environmentName: string; maxWorkers: number; tasksPerWorker: number }
> {
  return Object.fromEntries(
    Object.entries(airflow).map(([name, each]) => [
      name,
      {
        environmentName: airflowEnvironmentName(stage, name),
        maxWorkers: airflowSize(each).workers.max,
        tasksPerWorker: tasksPerWorker(each),
      },
    ]),
  );
}

function addEnvironment(
  stage: StageContext,
  { keys, vpc, lake, emr }: AirflowSurroundings,
  {
    name,
    airflow,
    platformParameterName,
  }: { name: string; airflow: AirflowConfig; platformParameterName: string },
): MwaaEnvironment {
  const { scope, provider, accountId, environment, attachments } = stage;
  const { retentionDays, ...logLevels } = airflow.logs;
  return new MwaaEnvironment(scope, `airflow-${name}`, {
    provider,
    accountId,
    region: environment.region,
    name: airflowEnvironmentName(environment.stage, name),
    bucketName: airflowBucketName(environment.stage, name, accountId),
    accessLogs: { bucket: lake.accessLogs, prefix: `airflow-${name}/` },
    version: airflow.version,
    environmentClass: airflow.class,
    ...airflowSize(airflow),
    webServerAccess: airflow.webServerAccess,
    maintenanceWindow: airflow.maintenanceWindow,
    options: airflow.options,
    logLevels,
    logRetentionDays: retentionDays,
    kmsKeyArn: keys.airflow.arn,
    network: networkOf(stage, vpc),
    files: airflowFiles(name, airflow, attachments),
    secretsPrefix: airflowSecretsPrefix(environment.stage),
    platformParameterName,
    dagPolicies: {
      lake: [
        ...platformStatements({ accountId, region: environment.region }, platformParameterName),
        ...arrivalStatements(
          airflow.watches.map(({ zone, prefix }) => ({ bucketArn: lake[zone].arn, prefix })),
        ),
      ],
      steps: emr.stepStatements(),
      clusters: emr.clusterStatements(),
      queries: queriesOf(stage, lake, keys, airflow),
    },
    dagPublishers: airflow.dagPublishers,
    isDisposable: environment.disposable || airflow.disposable,
  });
}

/** MWAA takes exactly two subnets; the first two zones of a stage never change. */
function networkOf({ environment }: StageContext, vpc: Vpc): MwaaNetwork {
  const zones = zoneIdsOf(environment).slice(0, 2).map(zoneKey);
  return {
    vpcId: vpc.vpcId,
    vpcCidr: environment.network.cidr,
    subnetIds: zones.map((zone) => vpc.privateSubnets.subnetIn(zone).id),
    wayOut: [...new Set(zones.flatMap((zone) => vpc.wayOut(zone, INTERFACE_ENDPOINT_PRESETS.mwaa)))],
    hasNat: environment.network.natGateways !== 'none',
    s3PrefixListId: vpc.s3PrefixListId,
  };
}

function queriesOf(
  stage: StageContext,
  lake: Lake,
  keys: StageKeys,
  { athena }: AirflowConfig,
): PolicyStatement[] {
  return queryStatements({
    accountId: stage.accountId,
    region: stage.environment.region,
    workGroups: athena.workGroups.map((name) => ({
      name,
      resultsBucketArn: lake.queryResults.arn,
      resultsPrefix: `${name}/`,
    })),
    databases: athena.databases.map((name) => ({ name, bucketArn: lake[name].arn })),
    kmsKeyArn: keys.data.arn,
  });
}

/** Names, made as the resources make them and not read from them: DAGs need them, the parameter waits for none. */
function platformOf({ accountId, environment }: StageContext): object {
  const { stage, region, emr, athena } = environment;
  const bucket = (purpose: 'raw' | 'curated' | 'queryResults' | 'artifacts') =>
    lakeBucketName(stage, purpose, accountId);
  return {
    stage,
    region,
    buckets: {
      raw: bucket('raw'),
      curated: bucket('curated'),
      queryResults: bucket('queryResults'),
      artifacts: bucket('artifacts'),
    },
    clusters: Object.fromEntries(Object.keys(emr.clusters).map((name) => [name, `${stage}-${name}`])),
    stepRoles: Object.fromEntries(
      Object.keys(emr.stepRoles).map((job) => [
        job,
        `arn:aws:iam::${accountId}:role/${stepRoleName(stage, job)}`,
      ]),
    ),
    workGroups: Object.fromEntries(Object.keys(athena.workGroups).map((name) => [name, name])),
  };
}

function resourceOf(environments: Record<string, MwaaEnvironment>, name: string) {
  const environment = environments[name];
  if (environment === undefined) throw new Error(`no environment ${name}`);
  return environment.resource;
}
