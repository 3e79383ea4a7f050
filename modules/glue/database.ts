import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { DataCatalogEncryption } from './data-catalog-encryption';

export interface DatabaseProps {
  readonly provider: TerraformProvider;
  /** Lower case; what queries write before the dot. */
  readonly name: string;
  readonly description: string;
  /** Bucket that tables without a location of their own go into. */
  readonly bucketName: string;
  /** Encryption that must be on before the database is made. */
  readonly encryption: DataCatalogEncryption;
}

/** A database of the Glue Data Catalog, over one bucket. */
export class Database extends Construct {
  readonly name: string;
  readonly arn: string;
  /** For what must not be made before the database. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const database = new GlueCatalogDatabase(this, 'database', {
      provider: props.provider,
      name: props.name,
      description: props.description,
      locationUri: `s3://${props.bucketName}/`,
      dependsOn: [props.encryption.settings],
      tags: { Name: props.name },
    });
    this.name = database.name;
    this.arn = database.arn;
    this.resource = database;
  }
}
