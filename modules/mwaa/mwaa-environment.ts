import { MwaaEnvironment as MwaaEnvironmentResource } from '@cdktf/provider-aws/lib/mwaa-environment';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { PolicyStatement } from '../iam/policy-document';
import { Bucket } from '../s3/bucket';
import { AirflowLogGroups, type AirflowLog } from './airflow-log-groups';
import { airflowOptions } from './airflow-options';
import { DAGS_PREFIX, DagPublisherRole } from './dag-publisher-role';
import { ExecutionRole } from './execution-role';
import { MwaaSecurityGroup } from './mwaa-security-group';
import { type SourceFiles, SourceObjects } from './source-objects';

/** Level from which on a part of Airflow logs. */
export type AirflowLogLevel = 'CRITICAL' | 'ERROR' | 'WARNING' | 'INFO' | 'DEBUG';

/** The two private subnets of an environment, in two zones, and what leads out of them. */
export interface MwaaNetwork {
  readonly vpcId: string;
  readonly vpcCidr: string;
  /** Exactly two, in two zones; they cannot be changed later. */
  readonly subnetIds: readonly string[];
  /** Routes or endpoints through which the environment reaches AWS. */
  readonly wayOut: readonly ITerraformDependable[];
  readonly hasNat: boolean;
  readonly s3PrefixListId: string;
}

export interface MwaaEnvironmentProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Name of the environment, which is its identity: 1 to 80 letters, digits, `-` and `_`. */
  readonly name: string;
  /** Name of its bucket. */
  readonly bucketName: string;
  /** Where requests to the bucket are logged. */
  readonly accessLogs: { readonly bucket: Bucket; readonly prefix: string };
  /** Version of Apache Airflow. */
  readonly version: string;
  readonly environmentClass: string;
  readonly workers: { readonly min: number; readonly max: number };
  readonly schedulers: number;
  readonly webServers: { readonly min: number; readonly max: number };
  readonly webServerAccess: 'PUBLIC_ONLY' | 'PRIVATE_ONLY';
  /** Begin of the weekly maintenance in UTC, such as `SUN:03:00`. */
  readonly maintenanceWindow: string;
  /** Options of the environment's owner. */
  readonly options: Readonly<Record<string, string>>;
  readonly logLevels: Readonly<Record<AirflowLog, AirflowLogLevel>>;
  readonly logRetentionDays: number;
  /** Key of the environment, its bucket and its logs; its policy must admit CloudWatch Logs. Cannot be changed. */
  readonly kmsKeyArn: string;
  readonly network: MwaaNetwork;
  readonly files: SourceFiles;
  /** Beginning of the names of its secrets, such as `sandbox/airflow/`. */
  readonly secretsPrefix: string;
  /** SSM parameter with the names of what the stage holds. */
  readonly platformParameterName: string;
  /** What DAGs may do, by what it is about. */
  readonly dagPolicies: Readonly<Record<string, readonly PolicyStatement[]>>;
  /** ARNs of roles that may publish DAGs. */
  readonly dagPublishers: readonly string[];
  /** Whether `terraform destroy` may delete the bucket with everything in it. */
  readonly isDisposable: boolean;
}

/** Days for which replaced files and DAGs are kept. */
const NONCURRENT_DAYS = 90;

/**
 * An Amazon MWAA environment and all it needs: bucket, files, role, security group, log groups.
 *
 * It waits for what AWS asks to be there first and for nothing else, because nothing in a stage takes longer.
 */
export class MwaaEnvironment extends Construct {
  readonly name: string;
  readonly arn: string;
  readonly executionRoleArn: string;
  readonly securityGroupId: string;
  readonly bucket: Bucket;
  /** Host name of the Airflow UI. */
  readonly webServerUrl: string;
  /** Role that publishes DAGs; absent when nobody may assume it. */
  readonly dagPublisherRoleArn?: string;
  /** For what is written down once the environment is there. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: MwaaEnvironmentProps) {
    super(scope, id);
    this.name = props.name;
    this.bucket = this.makeBucket(props);
    const files = new SourceObjects(this, 'files', {
      ...props,
      bucketName: this.bucket.name,
      bucketReady: this.bucket.ready,
    });
    const environmentName = props.name;
    const common = { ...props, environmentName, bucketArn: this.bucket.arn };
    const role = new ExecutionRole(this, 'execution-role', common);
    const securityGroup = new MwaaSecurityGroup(this, 'network', { ...props.network, ...common });
    const logGroups = new AirflowLogGroups(this, 'log-groups', {
      ...common,
      retentionDays: props.logRetentionDays,
    });
    if (props.dagPublishers.length > 0) {
      this.dagPublisherRoleArn = new DagPublisherRole(this, 'dag-publisher', {
        ...common,
        principals: props.dagPublishers,
      }).arn;
    }
    this.executionRoleArn = role.arn;
    this.securityGroupId = securityGroup.securityGroupId;

    const environment = new MwaaEnvironmentResource(this, 'environment', {
      provider: props.provider,
      name: props.name,
      airflowVersion: props.version,
      environmentClass: props.environmentClass,
      minWorkers: props.workers.min,
      maxWorkers: props.workers.max,
      schedulers: props.schedulers,
      minWebservers: props.webServers.min,
      maxWebservers: props.webServers.max,
      webserverAccessMode: props.webServerAccess,
      weeklyMaintenanceWindowStart: props.maintenanceWindow,
      kmsKey: props.kmsKeyArn,
      executionRoleArn: role.arn,
      networkConfiguration: {
        subnetIds: [...props.network.subnetIds],
        securityGroupIds: [this.securityGroupId],
      },
      sourceBucketArn: this.bucket.arn,
      dagS3Path: DAGS_PREFIX,
      requirementsS3Path: files.requirements.key,
      requirementsS3ObjectVersion: files.requirements.versionId,
      pluginsS3Path: files.plugins.key,
      pluginsS3ObjectVersion: files.plugins.versionId,
      startupScriptS3Path: files.startupScript.key,
      startupScriptS3ObjectVersion: files.startupScript.versionId,
      airflowConfigurationOptions: airflowOptions(props),
      loggingConfiguration: loggingConfiguration(props.logLevels),
      // AWS says 20 to 30 minutes to make one and up to two hours to upgrade it; the provider's 90 minutes for an
      // update are too few ("Upgrading the Apache Airflow version",
      // https://docs.aws.amazon.com/mwaa/latest/userguide/upgrading-environment.html).
      timeouts: { create: '180m', update: '180m', delete: '120m' },
      tags: { Name: props.name },
      dependsOn: [
        ...props.network.wayOut,
        ...securityGroup.rules,
        ...this.bucket.ready,
        ...logGroups.all,
        role.permissions,
      ],
    });
    this.arn = environment.arn;
    this.webServerUrl = environment.webserverUrl;
    this.resource = environment;
  }

  private makeBucket(props: MwaaEnvironmentProps): Bucket {
    return new Bucket(this, 'bucket', {
      provider: props.provider,
      name: props.bucketName,
      kmsKeyArn: props.kmsKeyArn,
      accessLogs: props.accessLogs,
      lifecycle: { noncurrentDays: NONCURRENT_DAYS, incompleteUploadDays: 7 },
      isDisposable: props.isDisposable,
    });
  }
}

function loggingConfiguration(levels: MwaaEnvironmentProps['logLevels']) {
  const log = (logLevel: AirflowLogLevel) => ({ enabled: true, logLevel });
  return {
    dagProcessingLogs: log(levels.dagProcessing),
    schedulerLogs: log(levels.scheduler),
    taskLogs: log(levels.task),
    webserverLogs: log(levels.webServer),
    workerLogs: log(levels.worker),
  };
}
