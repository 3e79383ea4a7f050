import { WorkGroup } from '../../modules/athena/work-group';
import { Crawler } from '../../modules/glue/crawler';
import { DataCatalogEncryption } from '../../modules/glue/data-catalog-encryption';
import { Database } from '../../modules/glue/database';
import { SecurityConfiguration } from '../../modules/glue/security-configuration';
import { Table } from '../../modules/glue/table';
import type { Lake } from '../../modules/lake/lake';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/**
 * Databases, tables, crawlers and work groups of a stage. A database is called as its zone, in every stage
 * alike, so that the code of a job is the same everywhere.
 */
export function addCatalog(
  { scope, provider, accountId, environment }: StageContext,
  keys: StageKeys,
  lake: Lake,
): { readonly defaultDatabase: Database | undefined } {
  const { stage, region, catalog, athena, disposable } = environment;
  const encryption = new DataCatalogEncryption(scope, 'catalog-encryption', {
    provider,
    kmsKeyArn: keys.data.arn,
  });
  const database = (zone: 'raw' | 'curated', description: string, name: string = zone) =>
    new Database(scope, `database-${name}`, {
      provider,
      name,
      description,
      bucketName: lake[zone].name,
      encryption,
    });
  const databases = {
    raw: database('raw', 'Data as it arrived'),
    curated: database('curated', 'Data as it is used'),
  };

  // Glue's client for Hive and Spark makes it where it is missing, which no role here may: see EmrPlatformProps.
  const defaultDatabase =
    catalog.defaultDatabase === 'managed'
      ? database('curated', 'Hive and Spark ask for it; holds nothing', 'default')
      : undefined;

  for (const [name, { zone, location, ...table }] of Object.entries(catalog.tables)) {
    new Table(scope, `table-${zone}-${name}`, {
      provider,
      database: databases[zone],
      name,
      bucketName: lake[zone].name,
      bucketReady: lake[zone].ready,
      prefix: location,
      ...table,
    });
  }

  const crawlers = Object.entries(catalog.crawlers);
  if (crawlers.length > 0) {
    const securityConfiguration = new SecurityConfiguration(scope, 'glue-security-configuration', {
      provider,
      name: `${stage}-glue`,
      dataKmsKeyArn: keys.data.arn,
      logsKmsKeyArn: keys.logs.arn,
    });
    for (const [name, { zone, prefix, schedule }] of crawlers) {
      new Crawler(scope, `crawler-${name}`, {
        provider,
        accountId,
        region,
        name: `${stage}-${name}`,
        database: databases[zone],
        bucketName: lake[zone].name,
        prefix,
        kmsKeyArn: keys.data.arn,
        securityConfiguration,
        schedule,
      });
    }
  }

  for (const [name, workGroup] of Object.entries(athena.workGroups)) {
    new WorkGroup(scope, `work-group-${name}`, {
      provider,
      accountId,
      name,
      resultsBucketName: lake.queryResults.name,
      resultsPrefix: `${name}/`,
      kmsKeyArn: keys.data.arn,
      isDisposable: disposable,
      ...workGroup,
    });
  }
  return { defaultDatabase };
}
