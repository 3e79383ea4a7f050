import { TABLE_READS } from '../glue/table-reads';
import type { PolicyStatement } from '../iam/policy-document';

export interface CatalogAccess {
  readonly accountId: string;
  readonly region: string;
  /** Databases whose tables are read. */
  readonly read: readonly string[];
  /** Databases whose tables are made, changed and read. */
  readonly write: readonly string[];
}

/**
 * Databases every Spark session asks for before it does anything: Hive's `default`, and `global_temp`, whose
 * absence Spark makes sure of. Denied, the session does not start. They hold nothing.
 */
const ASKED_FOR_BY_SPARK = ['default', 'global_temp'];

const READ_ACTIONS = [...TABLE_READS, 'glue:GetUserDefinedFunction', 'glue:GetUserDefinedFunctions'];

const WRITE_ACTIONS = [
  'glue:BatchCreatePartition',
  'glue:BatchDeletePartition',
  'glue:BatchUpdatePartition',
  'glue:CreatePartition',
  'glue:CreateTable',
  'glue:DeletePartition',
  'glue:DeleteTable',
  'glue:UpdatePartition',
  'glue:UpdateTable',
];

/**
 * What a job may do in the Glue Data Catalog. Glue checks each call on the catalog, on the database and on
 * the table, so all three are resources.
 *
 * Source: "Actions, resources, and condition keys for AWS Glue"
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html).
 */
export function catalogStatements(access: CatalogAccess): PolicyStatement[] {
  const { read, write } = access;
  const readable = [...new Set([...read, ...write])];
  if (readable.length === 0) return [];
  const prefix = `arn:aws:glue:${access.region}:${access.accountId}`;
  const database = (name: string) => `${prefix}:database/${name}`;
  const tables = (name: string) => `${prefix}:table/${name}/*`;
  const functions = (name: string) => `${prefix}:userDefinedFunction/${name}/*`;
  return [
    {
      Sid: 'ReadTables',
      Effect: 'Allow',
      Action: READ_ACTIONS,
      Resource: [
        `${prefix}:catalog`,
        ...[...ASKED_FOR_BY_SPARK, ...readable].flatMap((name) => [database(name), functions(name)]),
        ...readable.map(tables),
      ],
    },
    ...(write.length === 0
      ? []
      : [
          {
            Sid: 'WriteTables',
            Effect: 'Allow' as const,
            Action: WRITE_ACTIONS,
            Resource: [`${prefix}:catalog`, ...write.map(database), ...write.map(tables)],
          },
        ]),
  ];
}
