import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { Database } from './database';
import { hivePath, type PartitionProps, partitionType, projectionParameters } from './partition-projection';
import { type FileFormat, STORAGE_FORMATS } from './storage-format';

/** Column of a table. */
export interface ColumnProps {
  readonly name: string;
  /** In Hive's spelling. */
  readonly type: string;
  readonly comment?: string;
}

export interface TableProps {
  readonly provider: TerraformProvider;
  readonly database: Database;
  /** Lower case, unique in the database. */
  readonly name: string;
  readonly description?: string;
  readonly bucketName: string;
  /**
   * What makes the bucket private, versioned and encrypted. An Iceberg table waits for it: Glue writes its first
   * metadata file when it is made.
   *
   * @default - nothing to wait for: the bucket was there before
   */
  readonly bucketReady?: readonly ITerraformDependable[];
  /** Prefix in the bucket, ending in a slash. */
  readonly prefix: string;
  readonly format: FileFormat | 'iceberg';
  /** Without partition columns. */
  readonly columns: readonly ColumnProps[];
  /** In the order of the path; none for Iceberg. */
  readonly partitions: readonly PartitionProps[];
  /**
   * Path of a partition below the prefix, with `{name}` for each partition column.
   *
   * @default - `name={name}/` for each
   */
  readonly partitionPath?: string;
  /**
   * Whether the first line of each CSV file names the columns.
   *
   * @default false
   */
  readonly hasHeader?: boolean;
}

/**
 * A table of the Glue Data Catalog over files in S3, or an Iceberg table. Destroying it leaves the data.
 */
export class Table extends Construct {
  readonly name: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    const table = props.format === 'iceberg' ? this.iceberg(props) : this.files(props, props.format);
    this.name = table.name;
    this.arn = table.arn;
  }

  private files(props: TableProps, format: FileFormat): GlueCatalogTable {
    const { partitions } = props;
    const location = locationOf(props);
    return new GlueCatalogTable(this, 'table', {
      ...common(props),
      parameters: {
        EXTERNAL: 'TRUE',
        classification: format,
        ...(props.hasHeader ? { 'skip.header.line.count': '1' } : {}),
        ...(partitions.length > 0
          ? projectionParameters(partitions, location, props.partitionPath ?? hivePath(partitions))
          : {}),
      },
      partitionKeys: partitions.map((partition) => ({
        name: partition.name,
        type: partitionType(partition),
      })),
      storageDescriptor: { location, columns: [...props.columns], ...STORAGE_FORMATS[format] },
    });
  }

  /**
   * Glue writes the first metadata file, so that the table can be queried before anything is in it. From then
   * on engines own it: each commit changes the table's parameters, and evolving its schema the columns, to
   * which Glue adds field ids besides. So Terraform looks at neither again.
   *
   * Source: "Creating Apache Iceberg tables" and `IcebergInput`
   * (https://docs.aws.amazon.com/glue/latest/webapi/API_IcebergInput.html).
   */
  private iceberg(props: TableProps): GlueCatalogTable {
    return new GlueCatalogTable(this, 'table', {
      ...common(props),
      openTableFormatInput: { icebergInput: { metadataOperation: 'CREATE', version: '2' } },
      storageDescriptor: {
        // Iceberg joins paths with a slash of its own; one more would name other objects.
        location: locationOf(props).replace(/\/$/, ''),
        columns: [...props.columns],
      },
      dependsOn: [...(props.bucketReady ?? [])],
      lifecycle: { ignoreChanges: ['parameters', 'storage_descriptor'] },
    });
  }
}

function common({ provider, database, name, description }: TableProps) {
  return { provider, databaseName: database.name, name, description, tableType: 'EXTERNAL_TABLE' };
}

function locationOf({ bucketName, prefix }: TableProps): string {
  return `s3://${bucketName}/${prefix}`;
}
