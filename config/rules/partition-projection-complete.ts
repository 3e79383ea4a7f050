import { dateRangeProblem } from '../catalog/date-range';
import type { Problem } from '../problem';
import { quote } from '../quote';
import type { EnvironmentConfig } from '../schema/environment';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import type { Draft } from '../validate/draft';
import type { Rule } from './rule';

type Partition = Draft<EnvironmentConfig['catalog']['tables'][string]['partitions'][number]>;

const SETTINGS = ['format', 'range', 'digits', 'values'] as const;
type Setting = (typeof SETTINGS)[number];

/**
 * What each type must and may have.
 *
 * Source: "Supported types for partition projection"
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html).
 */
const SETTINGS_OF: Readonly<
  Record<
    NonNullable<Partition['type']>,
    { readonly needs: Readonly<Partial<Record<Setting, string>>>; readonly takes: readonly Setting[] }
  >
> = {
  date: { needs: { format: 'yyyy-MM-dd', range: '[2024-01-01, NOW]' }, takes: [] },
  integer: { needs: { range: '[0, 23]' }, takes: ['digits'] },
  enum: { needs: { values: '[a, b]' }, takes: [] },
  injected: { needs: {}, takes: [] },
};

/** Each partition column says what Athena needs to work out its values: it refuses queries of the table else. */
export const partitionProjectionComplete: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    Object.entries(stage.config.catalog?.tables ?? {}).flatMap(([name, table]) =>
      (table?.partitions ?? []).flatMap((partition, index) =>
        partition ? problemsOf(stage, partition, ['catalog', 'tables', name, 'partitions', index]) : [],
      ),
    ),
  );

function problemsOf(stage: Subject<EnvironmentConfig>, partition: Partition, path: Path): Problem[] {
  const { type, range } = partition;
  if (type === undefined) return [];
  const { needs, takes } = SETTINGS_OF[type];
  const missing = Object.entries(needs).flatMap(([key, example]) =>
    partition[key as Setting] === undefined
      ? [stage.problem(`${type} needs ${key}; add ${key}: ${example}`, [...path, 'type'])]
      : [],
  );
  const idle = SETTINGS.flatMap((key) =>
    partition[key] === undefined || key in needs || takes.includes(key)
      ? []
      : [stage.problem(`has no effect on a partition of type ${type}; remove it`, [...path, key])],
  );
  const wrong = range && rangeProblem(partition, range);
  return [...missing, ...idle, ...(wrong === undefined ? [] : [stage.problem(wrong, [...path, 'range'])])];
}

function rangeProblem(
  { type, format }: Partition,
  [first, last]: NonNullable<Partition['range']>,
): string | undefined {
  if (first === undefined || last === undefined) return undefined;
  if (type === 'date' && format !== undefined) return dateRangeProblem(format, String(first), String(last));
  if (type !== 'integer') return undefined;
  const text = [first, last].find((value) => typeof value === 'string' && !/^-?\d{1,18}$/.test(value));
  if (text !== undefined)
    return `expected whole numbers, found ${quote(String(text))}; write such as [0, 23]`;
  return Number(first) > Number(last)
    ? `${first} is greater than ${last}; write the first value, then the last`
    : undefined;
}
