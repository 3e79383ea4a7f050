/** A partition column whose values Athena works out instead of asking the catalog. */
export interface PartitionProps {
  readonly name: string;
  readonly type: 'date' | 'integer' | 'enum' | 'injected';
  /** Of dates: y, M, d, H, m and s as in Java's DateTimeFormatter, such as `yyyy-MM-dd`. */
  readonly format?: string;
  /** Of dates and integers: the first and the last value. */
  readonly range?: readonly [string | number, string | number];
  /** Of integers: how many digits, with leading zeros. */
  readonly digits?: number;
  /** Of enums: all of them. */
  readonly values?: readonly string[];
}

/** Units of dates by the letter that shows them, from coarse to fine. */
const DATE_UNITS = { y: 'YEARS', M: 'MONTHS', d: 'DAYS', H: 'HOURS', m: 'MINUTES', s: 'SECONDS' } as const;

/**
 * Table parameters for partition projection.
 *
 * Sources: "Set up partition projection" (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html)
 * and "Supported types for partition projection"
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html).
 *
 * @param location of the table, ending in a slash
 * @param path of a partition below the location, with `{name}` for each column
 */
export function projectionParameters(
  partitions: readonly PartitionProps[],
  location: string,
  path: string,
): Record<string, string> {
  return {
    'projection.enabled': 'true',
    // `$${dt}` is how Terraform writes the text `${dt}`.
    'storage.location.template': `${location}${path.replace(/\{(\w+)\}/g, '$$$${$1}')}`,
    ...Object.fromEntries(partitions.flatMap(columnParameters)),
  };
}

/** `dt={dt}/hour={hour}/`, the layout that Hive, Spark and Kafka Connect write. */
export function hivePath(partitions: readonly PartitionProps[]): string {
  return partitions.map(({ name }) => `${name}={${name}}/`).join('');
}

/** Hive type of a partition column. */
export function partitionType({ type }: PartitionProps): string {
  // Dates too are text: the type `date` would take no other format than yyyy-MM-dd.
  return type === 'integer' ? 'bigint' : 'string';
}

function columnParameters(partition: PartitionProps): [string, string][] {
  const { name, type, format, range, digits, values } = partition;
  const parameters: Record<string, string | undefined> = {
    type,
    format,
    range: range?.join(','),
    digits: digits?.toString(),
    values: values?.join(','),
    // AWS's default is one day or month, and none at all for other formats.
    ...(type === 'date' && format !== undefined ? { interval: '1', 'interval.unit': dateUnit(format) } : {}),
  };
  return Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined ? [] : [[`projection.${name}.${key}`, value]],
  );
}

/** The finest unit that a date format shows. */
function dateUnit(format: string): string | undefined {
  const letters = format.replace(/'[^']*'/g, '');
  return Object.entries(DATE_UNITS).findLast(([letter]) => letters.includes(letter))?.[1];
}
