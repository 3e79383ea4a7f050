import { z } from 'zod';
import { columnTypes } from '../catalog/column-type';
import { scheduleProblem } from '../catalog/schedule';
import { GLUE_LIMITS, SIMPLE_COLUMN_TYPES } from '../limits/glue';
import { named } from './fields';
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

const columnType = (description: string) =>
  field(
    z
      .string()
      .max(GLUE_LIMITS.columnTypeLength)
      .superRefine((value, context) => {
        try {
          columnTypes(value);
        } catch (error) {
          context.addIssue({ code: 'custom', message: (error as Error).message });
        }
      })
      // For editors only: a check in code does not reach the JSON Schema.
      .meta({ pattern: `^(?:${SIMPLE_COLUMN_TYPES.join('|')}|decimal|(?:var)?char|array|map|struct)` }),
    description,
    { expected: 'a column type such as string, bigint, timestamp, decimal(10,2) or array<string>' },
  );

const column = z.strictObject({
  name: glueName('Name of the column.'),
  type: columnType('Type in Hive’s spelling: string, bigint, decimal(10,2), array<string>, …'),
  comment: field(
    z
      .string()
      .max(GLUE_LIMITS.commentLength)
      .regex(/^[^\r\n]*$/)
      .optional(),
    'What the column holds.',
    { expected: `one line of at most ${GLUE_LIMITS.commentLength} characters` },
  ),
});

const partition = z.strictObject({
  name: glueName(
    'Name of the partition column; part of the path as name=value/ unless partitionPath says otherwise.',
  ),
  type: field(
    z.enum(['date', 'integer', 'enum', 'injected']),
    'How Athena knows the values without asking the catalog (partition projection).',
  ),
  format: field(
    z
      .string()
      .regex(/^(?=.*y)(?:[yMdHms]|[^A-Za-z',]|'[^',]+')+$/)
      .optional(),
    'Format of dates, such as yyyy-MM-dd or yyyy/MM/dd/HH. Needed with type date.',
    {
      expected: 'a date format of y, M, d, H, m and s, such as yyyy-MM-dd; other letters in single quotes',
      fix: 'Y is the year of the week and D the day of the year: write y and d',
    },
  ),
  range: field(
    z.tuple([z.union([z.string().min(1), z.int()]), z.union([z.string().min(1), z.int()])]).optional(),
    'First and last value, such as [2024-01-01, NOW] or [0, 23]. Needed with types date and integer.',
    { expected: 'two values, the first and the last, such as [2024-01-01, NOW]' },
  ),
  digits: field(
    z.int().min(1).max(18).optional(),
    'Digits of integers that are written with leading zeros: 2 for hour=07. Left out, there are none.',
    { expected: 'a whole number from 1 to 18' },
  ),
  values: field(
    z
      .array(z.string().regex(/^[^,\r\n]+$/))
      .min(1)
      .optional(),
    'All values. Needed with type enum.',
    { expected: 'values without commas, which part them in the table’s settings' },
  ),
});

const table = z.strictObject({
  zone: field(z.enum(LAKE_ZONES), 'Zone, and so database and bucket, that the table is in.'),
  location: lakePrefix('Prefix in the zone’s bucket that holds the table’s data.'),
  format: field(
    z.enum(['json', 'csv', 'parquet', 'iceberg']),
    'Format of the data. Use iceberg for tables that Spark writes and Athena reads: partition projection is read by Athena only.',
  ),
  description: field(z.string().max(GLUE_LIMITS.descriptionLength).optional(), 'What the table holds.', {
    expected: `a text of at most ${GLUE_LIMITS.descriptionLength} characters`,
  }),
  columns: field(z.array(column).min(1), 'Columns in order, without those of partitions.'),
  partitions: field(
    z.array(partition).default([]),
    'Partition columns in the order of the path. Not with format iceberg.',
  ),
  partitionPath: field(
    z
      .string()
      .regex(/^(?:(?:[A-Za-z0-9_.=-]|\{[a-z_][a-z0-9_]*\})+\/)+$/)
      .optional(),
    'Path of a partition below the location, with {name} for each partition column, such as {dt}/{hour}/. Left out, name={name}/ for each.',
    { expected: 'a path such as {dt}/{hour}/, with a slash at its end and none at its beginning' },
  ),
  hasHeader: field(
    z.boolean().optional(),
    'Whether the first line of each file names the columns. With format csv only.',
  ),
});

const crawler = z.strictObject({
  zone: field(z.enum(LAKE_ZONES), 'Zone that is crawled; tables it finds go into the zone’s database.'),
  prefix: lakePrefix('Prefix in the zone’s bucket that is crawled.'),
  schedule: field(
    z
      .string()
      .superRefine((value, context) => {
        const message = scheduleProblem(value);
        if (message !== undefined) context.addIssue({ code: 'custom', message });
      })
      // For editors only: a check in code does not reach the JSON Schema.
      .meta({ pattern: String.raw`^cron\([^()]+\)$` })
      .optional(),
    'When it runs, as cron(minutes hours day-of-month month day-of-week year) in UTC. Left out, on demand only.',
    { expected: 'an AWS cron expression such as cron(15 2 * * ? *)' },
  ),
});

/** The Glue Data Catalog of a stage. One database per zone, called as the zone. */
export const catalogSchema = z.strictObject({
  defaultDatabase: field(
    z.enum(['managed', 'existing']).default('managed'),
    'The database `default`, which Hive and Spark ask for when they start and would otherwise try to make: made here, or there already in an account that was used before.',
  ),
  tables: field(z.record(glueName('Name of the table.'), table).default({}), 'Tables by name.', {
    expected: 'tables under names of lower-case letters, digits and underscores, not beginning with a digit',
  }),
  crawlers: named(crawler, 'Glue crawlers by name. Partition projection needs none.'),
});

/** Catalog section of a stage, defaults filled in. */
export type CatalogConfig = z.output<typeof catalogSchema>;
