/**
 * What EMR allows, as data.
 *
 * Sources: RunJobFlow, PutAutoTerminationPolicy and PutManagedScalingPolicy of the EMR API
 * (https://docs.aws.amazon.com/emr/latest/APIReference/Welcome.html), "Using an auto-termination policy for
 * Amazon EMR cluster cleanup" (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-auto-termination-policy.html).
 */
export const EMR_LIMITS = {
  /** Steps that run side by side (`StepConcurrencyLevel`). */
  stepConcurrency: { min: 1, max: 256 },
  /** Seconds without work after which a cluster ends itself (`IdleTimeout`). */
  idleTimeoutSeconds: { min: 60, max: 604_800 },
  /** GiB of the EBS volume for HDFS and shuffle data of a node; gp3 goes to 16 TiB. */
  volumeGb: { min: 10, max: 16_384 },
  /** Characters of a role's description (`Description` of CreateRole). */
  roleDescriptionLength: 1000,
  /**
   * Step roles of a stage. Their ARNs, of up to 100 characters, are listed in the inline policy of the nodes
   * and in that of Airflow; IAM allows 10,240 characters for all inline policies of a role, and half is left
   * for the rest ("IAM and AWS STS quotas",
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
   */
  stepRoles: 50,
} as const;

/** The first release with runtime roles for Spark steps ("Runtime roles for Amazon EMR steps"). */
export const FIRST_RELEASE_WITH_RUNTIME_ROLES = 'emr-6.7.0';

/**
 * Releases known when this was written, newest first, with their Spark version. Others of the right form are
 * let through with a warning: AWS publishes one every few months.
 *
 * Source: "Amazon EMR release guide" (https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-release-components.html),
 * read 2026-09.
 */
export const EMR_RELEASES: Readonly<Record<string, { readonly spark: string }>> = {
  'emr-spark-8.0.0': { spark: '4.0.2' },
  'emr-7.13.0': { spark: '3.5.6' },
  'emr-7.12.0': { spark: '3.5.6' },
  'emr-7.10.0': { spark: '3.5.5' },
};

/** Applications of EMR releases 6 and 7, in AWS's spelling. Source: the same guide. */
export const EMR_APPLICATIONS = [
  'AmazonCloudWatchAgent', 'Delta', 'Flink', 'HBase', 'HCatalog', 'Hadoop', 'Hive', 'Hudi', 'Hue', 'Iceberg',
  'JupyterEnterpriseGateway', 'JupyterHub', 'Livy', 'MXNet', 'Oozie', 'Phoenix', 'Pig', 'Presto', 'Spark', 'Sqoop',
  'TensorFlow', 'Tez', 'Trino', 'Zeppelin', 'ZooKeeper',
] as const; // prettier-ignore

/**
 * Applications that cannot stand on a cluster with runtime roles ("Runtime roles for Amazon EMR steps",
 * considerations).
 */
export const APPLICATIONS_WITHOUT_RUNTIME_ROLES = ['JupyterEnterpriseGateway', 'JupyterHub'] as const;
