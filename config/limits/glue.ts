/**
 * What Glue and Athena allow in names, as data.
 *
 * Sources: `TableInput` and `Column` of the Glue API (https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html,
 * https://docs.aws.amazon.com/glue/latest/webapi/API_Column.html), "Name databases, tables, and columns"
 * (https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html) and "Time-based schedules
 * for jobs and crawlers" (https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html).
 */
export const GLUE_LIMITS = {
  nameLength: 255,
  commentLength: 255,
  descriptionLength: 2048,
  /** Characters of a column type, nested ones included (`Type` of Column). */
  columnTypeLength: 131_072,
  /** Minutes between two starts of a crawler. */
  crawlerMinutes: 5,
} as const;

/**
 * Types without parameters.
 *
 * Source: "Data types in Amazon Athena" (https://docs.aws.amazon.com/athena/latest/ug/data-types.html).
 */
export const SIMPLE_COLUMN_TYPES = [
  'boolean', 'tinyint', 'smallint', 'int', 'bigint', 'float', 'double', 'string', 'binary', 'date', 'timestamp',
] as const; // prettier-ignore

/** Numbers in parameterised types. Source: the same. */
export const COLUMN_TYPE_LIMITS = { decimalPrecision: 38, charLength: 255, varcharLength: 65_535 } as const;

/**
 * Types that Iceberg has no counterpart for.
 *
 * Source: "Supported data types for Iceberg tables in Athena"
 * (https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-supported-data-types.html).
 */
export const TYPES_WITHOUT_ICEBERG = ['tinyint', 'smallint', 'char', 'varchar'] as const;

/**
 * Types that cannot be read from CSV files.
 *
 * Source: "Open CSV SerDe for processing CSV" (https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html).
 */
export const TYPES_WITHOUT_CSV = ['array', 'map', 'struct', 'binary'] as const;
