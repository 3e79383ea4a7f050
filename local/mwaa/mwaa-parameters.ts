import { type Shape, type Shapes, checkInput } from '../input-shape';
import type { JsonInput } from '../json-service';

/** The constraints of MWAA's service model. Source: https://docs.aws.amazon.com/mwaa/latest/API/API_Operations.html */
export const ENVIRONMENT_NAME: Shape = {
  isRequired: true,
  min: 1,
  max: 80,
  pattern: /[a-zA-Z][0-9a-zA-Z\-_]*/,
};

export const ENVIRONMENT_ARN: Shape = {
  isRequired: true,
  min: 1,
  max: 1224,
  pattern: /arn:aws(-[a-z]+)?:airflow:[a-z0-9-]+:\d{12}:environment\/\w+.*/,
};

const TAG_KEY: Shape = { min: 1, max: 128, pattern: /([\p{L}\p{Z}\p{N}_.:/=+\-@]*)/u };
export const TAG_KEYS: Shape = { isRequired: true, max: 50, items: TAG_KEY };
export const TAGS: Shape = {
  min: 1,
  max: 50,
  entries: { key: TAG_KEY, value: { min: 1, max: 256, pattern: /([\p{L}\p{Z}\p{N}_.:/=+\-@]*)/u } },
};

const roleArn: Shape = {
  min: 1,
  max: 1224,
  pattern: /arn:aws(-[a-z]+)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+/,
};
const bucketArn: Shape = { min: 1, max: 1224, pattern: /arn:aws(-[a-z]+)?:s3:::[a-z0-9.-]+/ };
const path: Shape = { min: 1, max: 1024 };
const objectVersion: Shape = { min: 1, max: 1024 };
const count: Shape = { min: 1 };
const securityGroupIds: Shape = {
  isRequired: true,
  min: 1,
  max: 5,
  items: { min: 1, max: 1024, pattern: /sg-[a-zA-Z0-9\-._]+/ },
};
const subnetIds: Shape = {
  isRequired: true,
  min: 2,
  max: 2,
  items: { min: 1, max: 1024, pattern: /subnet-[a-zA-Z0-9\-._]+/ },
};
const moduleLogging: Shape = {
  fields: {
    Enabled: { isRequired: true },
    LogLevel: { isRequired: true, values: ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG'] },
  },
};

/** What CreateEnvironment and UpdateEnvironment have in common. */
const changeable: Shapes = {
  Name: ENVIRONMENT_NAME,
  ExecutionRoleArn: roleArn,
  SourceBucketArn: bucketArn,
  DagS3Path: path,
  PluginsS3Path: path,
  PluginsS3ObjectVersion: objectVersion,
  RequirementsS3Path: path,
  RequirementsS3ObjectVersion: objectVersion,
  StartupScriptS3Path: path,
  StartupScriptS3ObjectVersion: objectVersion,
  AirflowConfigurationOptions: {
    entries: {
      key: { min: 1, max: 64, pattern: /[a-z]+([a-z0-9._]*[a-z0-9_]+)?/ },
      value: { min: 1, max: 65_536, pattern: /[ -~]+/ },
    },
  },
  EnvironmentClass: { min: 1, max: 1024 },
  AirflowVersion: { min: 1, max: 32, pattern: /[0-9a-z.]+/ },
  LoggingConfiguration: {
    fields: {
      DagProcessingLogs: moduleLogging,
      SchedulerLogs: moduleLogging,
      TaskLogs: moduleLogging,
      WebserverLogs: moduleLogging,
      WorkerLogs: moduleLogging,
    },
  },
  MaxWorkers: count,
  MinWorkers: count,
  MaxWebservers: count,
  MinWebservers: count,
  Schedulers: { max: 5 },
  WebserverAccessMode: { values: ['PRIVATE_ONLY', 'PUBLIC_ONLY', 'PUBLIC_AND_PRIVATE'] },
  WeeklyMaintenanceWindowStart: {
    min: 1,
    max: 9,
    pattern: /.*(MON|TUE|WED|THU|FRI|SAT|SUN):([01]\d|2[0-3]):(00|30).*/,
  },
};

const required = (shape: Shape | undefined): Shape => ({ ...shape, isRequired: true });

/** Refuses a request for an environment that does not fit the model. */
export function checkCreateInput(input: JsonInput): void {
  checkInput(input, {
    ...changeable,
    ExecutionRoleArn: required(changeable.ExecutionRoleArn),
    SourceBucketArn: required(changeable.SourceBucketArn),
    DagS3Path: required(changeable.DagS3Path),
    NetworkConfiguration: {
      isRequired: true,
      fields: { SubnetIds: subnetIds, SecurityGroupIds: securityGroupIds },
    },
    KmsKey: {
      min: 1,
      max: 1224,
      pattern:
        /(((arn:aws(-[a-z]+)?:kms:[a-z]{2}-[a-z]+-\d:\d+:)?key\/)?[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}|(arn:aws(-[a-z]+)?:kms:[a-z]{2}-[a-z]+-\d:\d+:)?alias\/.+)/,
    },
    EndpointManagement: { values: ['CUSTOMER', 'SERVICE'] },
    Tags: TAGS,
  });
}

/** Refuses a change of an environment that does not fit the model. */
export function checkUpdateInput(input: JsonInput): void {
  checkInput(input, {
    ...changeable,
    NetworkConfiguration: { fields: { SecurityGroupIds: securityGroupIds } },
    WorkerReplacementStrategy: { values: ['FORCED', 'GRACEFUL'] },
  });
}
