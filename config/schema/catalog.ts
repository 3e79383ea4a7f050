import { z } from 'zod';
import { COLUMN_TYPE_PATTERN, GLUE_LIMITS } from '../limits/glue';
import { field } from './guidance';
import { LAKE_ZONES, lakePrefix } from './lake';

/** Name of a table or column: Glue stores lower case only, and Athena needs no quotes for these. */
const glueName = (description: string) =>
  field(
    z
      .string()
      .regex(/^[a-z_][a-z0-9_]*$/)
      .max(GLUE_LIMITS.nameLength),
    description,
    {
      expected: 'lower-case letters, digits and underscores, not beginning with a digit',
    },
  );

const column = z.strictObject({
  name: glueName('Name of the column.'),
  type: field(
    z.string().regex(COLUMN_TYPE_PATTERN),
    'Type in Hive’s spelling: string, bigint, decimal(10,2), array<string>, …',
    {
      expected: 'a column type such as string, bigint, timestamp, decimal(10,2) or array<string>',
    },
  ),
  comment: field(z.string().max(255).optional(), 'What the column holds.'),
});

const partition = z.strictObject({
  name: glueName(
    'Name of the partition column; part of the path as name=value/ unless the table says otherwise.',
  ),
  type: field(
    z.enum(['date', 'integer', 'enum', 'injected']),
    'How Athena knows the values without asking the catalog (partition projection).',
  ),
  format: field(z.string().min(1).optional(), 'Format of dates, such as yyyy-MM-dd. Needed with type date.'),
  range: field(
    z.tuple([z.union([z.string().min(1), z.int()]), z.union([z.string().min(1), z.int()])]).optional(),
    'First and last value, such as [2024-01-01, NOW] or [0, 23]. Needed with types date and integer.',
    { expected: 'two values, the first and the last, such as [2024-01-01, NOW]' },
  ),
  values: field(z.array(z.string().min(1)).min(1).optional(), 'All values. Needed with type enum.'),
});

const table = z.strictObject({
  zone: field(z.enum(LAKE_ZONES), 'Zone, and so database and bucket, that the table is in.'),
  location: lakePrefix('Prefix in the zone’s bucket that holds the table’s data.'),
  format: field(
    z.enum(['json', 'csv', 'parquet', 'iceberg']),
    'Format of the data. Use iceberg for tables that Spark writes and Athena reads: partition projection is read by Athena only.',
  ),
  description: field(z.string().max(2048).optional(), 'What the table holds.'),
  columns: field(
    z.array(column).min(1).max(GLUE_LIMITS.columnsPerTable),
    'Columns in order, without those of partitions.',
  ),
  partitions: field(
    z.array(partition).default([]),
    'Partition columns in the order of the path. Not with format iceberg.',
  ),
});

const crawler = z.strictObject({
  zone: field(z.enum(LAKE_ZONES), 'Zone that is crawled; tables it finds go into the zone’s database.'),
  prefix: lakePrefix('Prefix in the zone’s bucket that is crawled.'),
  schedule: field(
    z
      .string()
      .regex(/^cron\([^()]+\)$/)
      .optional(),
    'When it runs, as cron(minutes hours day-of-month month day-of-week year) in UTC. Left out, on demand only.',
    { expected: 'an AWS cron expression such as cron(15 2 * * ? *)' },
  ),
});

/** The Glue Data Catalog of a stage. One database per zone, called as the zone. */
export const catalogSchema = z.strictObject({
  tables: field(z.record(glueName('Name of the table.'), table).default({}), 'Tables by name.'),
  crawlers: field(
    z.record(z.string().regex(/^[a-z][a-z0-9-]{0,62}$/), crawler).default({}),
    'Glue crawlers by name. Partition projection needs none.',
  ),
});

/** Catalog section of a stage, defaults filled in. */
export type CatalogConfig = z.output<typeof catalogSchema>;
