import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { PolicyStatement } from '../iam/policy-document';
import { type BucketProps, EMR_ARTIFACT_PREFIXES } from './artifact-prefixes';
import { type CallerProps, clusterStatements, stepStatements } from './caller-statements';
import type { ClusterBase } from './cluster-base';
import type { ClusterSize } from './cluster-size';
import type { ClusterSoftware } from './cluster-software';
import { EmrCluster } from './emr-cluster';
import { EmrInstanceProfile } from './emr-instance-profile';
import { EmrJobFlowTemplate } from './emr-job-flow-template';
import { EmrSecurityConfiguration } from './emr-security-configuration';
import { EmrSecurityGroups } from './emr-security-groups';
import { EmrServiceRole } from './emr-service-role';
import { type LakeJob, stepRoleJobs } from './lake-job';
import { StepRoles } from './step-roles';
import { TlsCertificate } from './tls-certificate';
import { type WebInterface, webInterfaces } from './web-interfaces';

export interface EmrPlatformProps extends ClusterSoftware {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Prefix of all names. */
  readonly name: string;
  readonly vpcId: string;
  readonly vpcCidr: string;
  /** Clusters are started in the first one: an EMR cluster stands in one zone. */
  readonly privateSubnetIds: readonly string[];
  /** Whether the private subnets have a way out through NAT. */
  readonly hasNat: boolean;
  /**
   * What has to be there before a cluster starts:
   *
   * - What nodes in that subnet reach AWS through. A cluster that is made before its route ends with
   *   `VALIDATION_ERROR: … No route to any external sources detected in Route Table`.
   * - The database `default`. Glue's client for Hive and Spark makes it where it is missing
   *   (https://github.com/awslabs/aws-glue-data-catalog-client-for-apache-hive-metastore, `createDefaults`), and neither
   *   nodes nor jobs may make databases.
   */
  readonly prerequisites: readonly ITerraformDependable[];
  /**
   * Prefix list of the S3 gateway endpoint.
   *
   * @default - S3 is reached through NAT
   */
  readonly s3PrefixListId?: string;
  /** Key of the lake, of the catalog, of logs and of the nodes' disks. */
  readonly dataKeyArn: string;
  /** Bucket with logs, certificates and code of jobs. */
  readonly artifacts: BucketProps;
  /** ARNs of the lake's buckets by the name of their zone. */
  readonly zoneBucketArns: Readonly<Record<string, string>>;
  /** Certificate for encryption between nodes. */
  readonly certificate: { readonly file: string; readonly generation: number };
  /** Long-running clusters by name. */
  readonly clusters: Readonly<Record<string, ClusterSize>>;
  /** Size of transient clusters. */
  readonly transient: ClusterSize;
  /** Jobs by name; each gets a role of its own. */
  readonly stepRoles: Readonly<Record<string, LakeJob>>;
  /** Whether Session Manager may open a shell on nodes; a shell can assume every step role. */
  readonly shellAccess: boolean;
  readonly isDisposable: boolean;
}

/** EMR in an account: clusters, and what is needed to start more and to run jobs under roles of their own. */
export class EmrPlatform extends Construct {
  /** Ids of the long-running clusters by name. */
  readonly clusterIds: Readonly<Record<string, string>>;
  /** ARNs of the step roles by the name of the job. */
  readonly stepRoleArns: Readonly<Record<string, string>>;
  /** Subnets that clusters stand in. */
  readonly subnetIds: readonly string[];
  readonly securityGroups: EmrSecurityGroups;
  readonly instanceProfile: EmrInstanceProfile;
  readonly serviceRole: EmrServiceRole;
  readonly jobFlowTemplate: EmrJobFlowTemplate;
  private readonly props: EmrPlatformProps;

  constructor(scope: Construct, id: string, props: EmrPlatformProps) {
    super(scope, id);
    this.props = props;
    this.securityGroups = new EmrSecurityGroups(this, 'security-groups', props);
    this.instanceProfile = new EmrInstanceProfile(this, 'instance-profile', props);
    const stepRoles = this.makeStepRoles();
    this.stepRoleArns = stepRoles.arns;
    this.serviceRole = new EmrServiceRole(this, 'service-role', {
      ...props,
      instanceRoleArn: this.instanceProfile.roleArn,
      diskKeyArn: props.dataKeyArn,
    });
    const prerequisites = [
      ...props.prerequisites,
      ...this.securityGroups.rules,
      ...this.serviceRole.permissions,
      this.instanceProfile.permit({
        ...props,
        assumeStatements: stepRoles.assumeStatements(),
        hasShellAccess: props.shellAccess,
      }),
    ];
    const tls = this.uploadCertificate();
    const base = this.clusterBase(this.makeSecurityConfiguration(tls));
    this.subnetIds = [base.subnetId];
    this.clusterIds = this.makeClusters(base, [...prerequisites, tls.object]);
    this.jobFlowTemplate = new EmrJobFlowTemplate(this, 'job-flow-template', {
      provider: props.provider,
      base,
      size: props.transient,
      prerequisites: [tls.object],
    });
  }

  /** Rights of whoever adds steps, and starts and ends clusters: Airflow. */
  callerStatements(): PolicyStatement[] {
    return [...this.stepStatements(), ...this.clusterStatements()];
  }

  /** Rights of whoever adds steps under the step roles. */
  stepStatements(): PolicyStatement[] {
    return stepStatements(this.caller());
  }

  /** Rights of whoever starts and ends clusters. */
  clusterStatements(): PolicyStatement[] {
    return clusterStatements(this.caller());
  }

  private caller(): CallerProps {
    return {
      accountId: this.props.accountId,
      region: this.props.region,
      platform: this.props.name,
      stepRoleArns: Object.values(this.stepRoleArns),
      serviceRoleArn: this.serviceRole.arn,
      instanceRoleArn: this.instanceProfile.roleArn,
      templateParameterArn: this.jobFlowTemplate.parameterArn,
    };
  }

  /** Web pages on the nodes of clusters. */
  webInterfaces(): WebInterface[] {
    return webInterfaces(this.props, this.securityGroups);
  }

  private makeStepRoles(): StepRoles {
    const { zoneBucketArns, artifacts, stepRoles, ...common } = this.props;
    return new StepRoles(this, 'step-roles', {
      ...common,
      instanceRoleArn: this.instanceProfile.roleArn,
      jobs: stepRoleJobs(stepRoles, zoneBucketArns, artifacts.arn),
    });
  }

  private uploadCertificate(): TlsCertificate {
    const { provider, artifacts, dataKeyArn, certificate } = this.props;
    return new TlsCertificate(this, 'tls-certificate', {
      provider,
      artifacts,
      kmsKeyArn: dataKeyArn,
      ...certificate,
    });
  }

  private makeSecurityConfiguration(tls: TlsCertificate): EmrSecurityConfiguration {
    const { provider, dataKeyArn, name } = this.props;
    return new EmrSecurityConfiguration(this, 'security-configuration', {
      provider,
      name,
      dataKeyArn,
      tlsCertificateS3Uri: tls.s3Uri,
    });
  }

  private clusterBase(securityConfiguration: EmrSecurityConfiguration): ClusterBase {
    const { release, applications, name, artifacts, dataKeyArn, privateSubnetIds } = this.props;
    const [subnetId] = privateSubnetIds;
    if (subnetId === undefined)
      throw new Error('EMR needs a private subnet; expected at least one, found none');
    return {
      release,
      applications,
      platform: name,
      serviceRoleArn: this.serviceRole.arn,
      instanceProfileName: this.instanceProfile.profileName,
      securityConfigurationName: securityConfiguration.name,
      subnetId,
      primarySecurityGroupId: this.securityGroups.primaryId,
      coreSecurityGroupId: this.securityGroups.coreId,
      serviceAccessSecurityGroupId: this.securityGroups.serviceAccessId,
      logUri: `s3://${artifacts.name}/${EMR_ARTIFACT_PREFIXES.logs}`,
      logKeyArn: dataKeyArn,
    };
  }

  private makeClusters(base: ClusterBase, prerequisites: ITerraformDependable[]): Record<string, string> {
    const { provider, clusters, isDisposable } = this.props;
    return Object.fromEntries(
      Object.entries(clusters).map(([name, size]) => [
        name,
        new EmrCluster(this, `cluster-${name}`, { provider, name, base, size, isDisposable, prerequisites })
          .clusterId,
      ]),
    );
  }
}
