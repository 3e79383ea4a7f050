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

/**
 * Settings by the application they need, in the order of their classifications. YARN comes with whatever is installed.
 */
const SETTINGS: readonly { application?: string; setting: SoftwareSetting }[] = [
  {
    // "Use a Delta Lake cluster with Spark", emr-delta: without it the libraries are not on Spark's class path.
    application: 'Delta',
    setting: { Classification: 'delta-defaults', Properties: { 'delta.enabled': 'true' } },
  },
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
    // "Using Presto with the AWS Glue Data Catalog", emr-presto-glue: the name of the setting is Presto's, not Trino's.
    application: 'Presto',
    setting: {
      Classification: 'presto-connector-hive',
      Properties: { 'hive.metastore.glue.datacatalog.enabled': 'true' },
    },
  },
  {
    application: 'Spark',
    setting: { Classification: 'spark-hive-site', Properties: GLUE_AS_METASTORE },
  },
  {
    // "Launch an Amazon EMR cluster with Trino", emr-trino-getting-started-launch.
    application: 'Trino',
    setting: { Classification: 'trino-connector-hive', Properties: { 'hive.metastore': 'glue' } },
  },
  {
    // The page of the resource manager is open to people (`web-interfaces.ts`), and by default takes applications too,
    // from whoever asks, under whatever name: they would run with the rights of the nodes. Steps take another way.
    // `yarn.webapp.enable-rest-app-submissions` in yarn-default.xml of Hadoop 3.4
    // (https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-common/yarn-default.xml); a Hadoop that does not
    // know it yet ignores it.
    setting: {
      Classification: 'yarn-site',
      Properties: { 'yarn.webapp.enable-rest-app-submissions': 'false' },
    },
  },
];

/**
 * Settings that connect the applications of a cluster to the Glue Data Catalog, and close YARN's page for submitting
 * applications. Always in the same order and form: EMR compares texts, and a changed text replaces a cluster
 * (hashicorp/terraform-provider-aws#41988).
 */
export function softwareSettings({ applications }: ClusterSoftware): SoftwareSetting[] {
  return SETTINGS.filter(
    ({ application }) => application === undefined || applications.includes(application),
  ).map(({ setting }) => setting);
}
