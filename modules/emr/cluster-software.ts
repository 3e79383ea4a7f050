/** What runs on a cluster. */
export interface ClusterSoftware {
  /** Release label, such as `emr-7.12.0`. */
  readonly release: string;
  /** Applications in AWS's spelling. */
  readonly applications: readonly string[];
}

/** One entry of EMR's `Configurations`. */
export interface SoftwareSetting {
  readonly Classification: string;
  readonly Properties: Readonly<Record<string, string>>;
}

/** "Use the AWS Glue Data Catalog as the metastore", EMR release guide, emr-spark-glue and emr-hive-metastore-glue. */
const GLUE_AS_METASTORE = {
  'hive.metastore.client.factory.class':
    'com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory',
};

/** Settings by the application they need, in the order of their classifications. */
const SETTINGS: readonly { application: string; setting: SoftwareSetting }[] = [
  {
    application: 'Hive',
    setting: { Classification: 'hive-site', Properties: GLUE_AS_METASTORE },
  },
  {
    // "Use a cluster with Iceberg installed": without it the libraries are not on Spark's class path.
    application: 'Iceberg',
    setting: { Classification: 'iceberg-defaults', Properties: { 'iceberg.enabled': 'true' } },
  },
  {
    application: 'Spark',
    setting: { Classification: 'spark-hive-site', Properties: GLUE_AS_METASTORE },
  },
];

/**
 * Settings that connect the applications of a cluster to the Glue Data Catalog. Always in the same order
 * and form: EMR compares texts, and a changed text replaces a cluster
 * (hashicorp/terraform-provider-aws#41988).
 */
export function softwareSettings({ applications }: ClusterSoftware): SoftwareSetting[] {
  return SETTINGS.filter(({ application }) => applications.includes(application)).map(
    ({ setting }) => setting,
  );
}
