import { randomBytes, randomUUID } from 'node:crypto';
import type { AwsCall } from '../aws-call';
import { type JsonInput, now } from '../json-service';
import { LATEST_AIRFLOW_VERSION, canBePublicAndPrivate, checkAirflowVersion } from './mwaa-airflow-versions';
import { checkConfigurationOptions } from './mwaa-configuration-options';
import { type EnvironmentSize, checkSize, sizeOf } from './mwaa-environment-class';
import { mwaaValidation } from './mwaa-errors';
import { type Logging, type LoggingInput, loggingOf } from './mwaa-logging';

/** What a caller may say about an environment and get back as it is. */
interface Settings {
  readonly ExecutionRoleArn: string;
  readonly SourceBucketArn: string;
  readonly DagS3Path: string;
  readonly PluginsS3Path?: string;
  readonly PluginsS3ObjectVersion?: string;
  readonly RequirementsS3Path?: string;
  readonly RequirementsS3ObjectVersion?: string;
  readonly StartupScriptS3Path?: string;
  readonly StartupScriptS3ObjectVersion?: string;
  readonly AirflowConfigurationOptions?: Readonly<Record<string, string>>;
  readonly AirflowVersion: string;
  readonly WebserverAccessMode: string;
  readonly WeeklyMaintenanceWindowStart: string;
}

/** An environment without its status and tags, in the field names of MWAA's model. */
export interface EnvironmentDescription extends Settings, EnvironmentSize {
  readonly Name: string;
  readonly Arn: string;
  readonly CreatedAt: number;
  readonly KmsKey?: string;
  readonly EndpointManagement: string;
  readonly NetworkConfiguration: {
    readonly SubnetIds: readonly string[];
    readonly SecurityGroupIds: readonly string[];
  };
  readonly LoggingConfiguration: Logging;
  readonly WebserverUrl: string;
  readonly ServiceRoleArn: string;
  readonly WebserverVpcEndpointService?: string;
  readonly DatabaseVpcEndpointService: string;
  readonly CeleryExecutorQueue: string;
}

/** The account of AWS's in which the queues of this cloud's environments live. */
const SERVICE_ACCOUNT = '000011112222';

const SETTINGS = [
  'ExecutionRoleArn', 'SourceBucketArn', 'DagS3Path', 'PluginsS3Path', 'PluginsS3ObjectVersion',
  'RequirementsS3Path', 'RequirementsS3ObjectVersion', 'StartupScriptS3Path', 'StartupScriptS3ObjectVersion',
  'AirflowConfigurationOptions', 'AirflowVersion', 'WebserverAccessMode', 'WeeklyMaintenanceWindowStart',
] as const; // prettier-ignore

/**
 * The environment that a request asks for, with AWS's defaults for what it leaves out.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html; the access mode's default is
 * that of https://docs.aws.amazon.com/mwaa/latest/userguide/create-environment.html
 */
export function createdDescription(input: JsonInput, { region, account }: AwsCall): EnvironmentDescription {
  const Name = input.Name as string;
  const id = randomUUID();
  const Arn = `arn:aws:airflow:${region}:${account}:environment/${Name}`;
  const endpointService = () => `com.amazonaws.vpce.${region}.vpce-svc-0${randomBytes(8).toString('hex')}`;
  const given = input as Partial<EnvironmentDescription>;
  return checked({
    AirflowVersion: LATEST_AIRFLOW_VERSION,
    WebserverAccessMode: 'PRIVATE_ONLY',
    // AWS picks a window; any will do, as long as it stays.
    WeeklyMaintenanceWindowStart: 'SUN:03:30',
    ...(settingsIn(input) as Pick<Settings, 'ExecutionRoleArn' | 'SourceBucketArn' | 'DagS3Path'>),
    ...sizeOf(given),
    Name,
    Arn,
    CreatedAt: now(),
    ...(given.KmsKey === undefined ? {} : { KmsKey: given.KmsKey }),
    EndpointManagement: given.EndpointManagement ?? 'SERVICE',
    NetworkConfiguration: input.NetworkConfiguration as EnvironmentDescription['NetworkConfiguration'],
    LoggingConfiguration: loggingOf(Arn, input.LoggingConfiguration as LoggingInput | undefined),
    // A host name, although the model's pattern begins with https://.
    WebserverUrl: `${id}.c1.${region}.airflow.amazonaws.com`,
    ServiceRoleArn: `arn:aws:iam::${account}:role/aws-service-role/airflow.amazonaws.com/AWSServiceRoleForAmazonMWAA`,
    WebserverVpcEndpointService: endpointService(),
    DatabaseVpcEndpointService: endpointService(),
    CeleryExecutorQueue: `arn:aws:sqs:${region}:${SERVICE_ACCOUNT}:airflow-celery-${id}`,
  });
}

/** The environment after a change. */
export function updatedDescription(before: EnvironmentDescription, input: JsonInput): EnvironmentDescription {
  const groups = (input.NetworkConfiguration as { SecurityGroupIds?: string[] } | undefined)
    ?.SecurityGroupIds;
  return checked({
    ...before,
    ...settingsIn(input),
    ...sizeOf({ ...before, ...withoutUndefined(input) }),
    NetworkConfiguration: {
      ...before.NetworkConfiguration,
      ...(groups === undefined ? {} : { SecurityGroupIds: groups }),
    },
    LoggingConfiguration: loggingOf(
      before.Arn,
      input.LoggingConfiguration as LoggingInput | undefined,
      before.LoggingConfiguration,
    ),
  });
}

/** The description as GetEnvironment gives it: only a web server inside the VPC has an endpoint there. */
export function shownDescription(description: EnvironmentDescription): object {
  const { WebserverVpcEndpointService, ...others } = description;
  return description.WebserverAccessMode === 'PUBLIC_ONLY'
    ? others
    : { ...others, WebserverVpcEndpointService };
}

function settingsIn(input: JsonInput): Partial<Settings> {
  return Object.fromEntries(
    SETTINGS.filter((name) => (input[name] ?? undefined) !== undefined).map((name) => [name, input[name]]),
  );
}

function withoutUndefined(input: JsonInput): Partial<EnvironmentSize> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => (value ?? undefined) !== undefined));
}

/** Refuses what is wrong in itself, whatever it is surrounded by. */
function checked(description: EnvironmentDescription): EnvironmentDescription {
  checkAirflowVersion(description.AirflowVersion);
  checkSize(description);
  checkConfigurationOptions(description.AirflowConfigurationOptions ?? {});
  if (
    description.WebserverAccessMode === 'PUBLIC_AND_PRIVATE' &&
    !canBePublicAndPrivate(description.AirflowVersion)
  )
    throw mwaaValidation(
      `WebserverAccessMode PUBLIC_AND_PRIVATE requires Airflow version 3.2.1 or later, found ${description.AirflowVersion}`,
    );
  for (const file of ['Plugins', 'Requirements', 'StartupScript'] as const) {
    // Not documented, and useless: refused, so that it is noticed.
    if (description[`${file}S3ObjectVersion`] && !description[`${file}S3Path`])
      throw mwaaValidation(`${file}S3ObjectVersion is given without ${file}S3Path`);
  }
  return description;
}
