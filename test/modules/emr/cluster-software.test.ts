import { softwareSettings } from '../../../modules/emr/cluster-software';

const classifications = (...applications: string[]) =>
  softwareSettings({ release: 'emr-7.12.0', applications }).map(({ Classification }) => Classification);

describe('softwareSettings', () => {
  it('makes the Glue Data Catalog the metastore of Hive and Spark', () => {
    expect(classifications('Hadoop', 'Hive', 'Spark')).toEqual(['hive-site', 'spark-hive-site', 'yarn-site']);
  });

  it.each([
    ['Delta', 'delta-defaults', { 'delta.enabled': 'true' }],
    ['Presto', 'presto-connector-hive', { 'hive.metastore.glue.datacatalog.enabled': 'true' }],
    ['Trino', 'trino-connector-hive', { 'hive.metastore': 'glue' }],
  ])('connects %s, which does nothing without', (application, Classification, Properties) => {
    expect(softwareSettings({ release: 'emr-7.12.0', applications: [application] })).toContainEqual({
      Classification,
      Properties,
    });
  });

  it('sets nothing for an application that is not installed', () => {
    expect(classifications('Spark')).toEqual(['spark-hive-site', 'yarn-site']);
    expect(classifications('Hadoop')).toEqual(['yarn-site']);
  });

  it('takes no applications through the page of the resource manager, whatever is installed', () => {
    for (const applications of [['Hadoop'], ['Spark'], ['Hadoop', 'Hive', 'Iceberg', 'Spark']]) {
      expect(softwareSettings({ release: 'emr-7.12.0', applications })).toContainEqual({
        Classification: 'yarn-site',
        Properties: { 'yarn.webapp.enable-rest-app-submissions': 'false' },
      });
    }
  });

  it('puts Iceberg on the class path when it is installed', () => {
    expect(classifications('Spark', 'Iceberg')).toContain('iceberg-defaults');
  });

  it('is the same text whatever the order of applications', () => {
    expect(classifications('Spark', 'Hive')).toEqual(classifications('Hive', 'Spark'));
  });
});
