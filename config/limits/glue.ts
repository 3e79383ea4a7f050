/**
 * What Glue and Athena allow in names and types, as data.
 *
 * Sources: "Database" and "Table" of the Glue API (https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html),
 * "Name databases, tables, and columns" (https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html),
 * "Data types in Amazon Athena" (https://docs.aws.amazon.com/athena/latest/ug/data-types.html).
 */
export const GLUE_LIMITS = {
  nameLength: 255,
  columnsPerTable: 400,
} as const;

/** Types a column can have without parameters. */
export const COLUMN_TYPES = [
  'boolean', 'tinyint', 'smallint', 'int', 'bigint', 'float', 'double', 'string', 'binary', 'date', 'timestamp',
] as const; // prettier-ignore

/** Parameterised types: decimal(p,s), char(n), varchar(n), and array<>, map<>, struct<> of types. */
export const COLUMN_TYPE_PATTERN =
  /^(?:boolean|tinyint|smallint|int|bigint|float|double|string|binary|date|timestamp|decimal\(\d{1,2}(?:, ?\d{1,2})?\)|(?:var)?char\(\d{1,5}\)|(?:array|map|struct)<[a-z0-9_:,<>() ]+>)$/;
