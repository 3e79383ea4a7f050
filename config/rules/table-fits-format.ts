import { columnTypes } from '../catalog/column-type';
import { TYPES_WITHOUT_CSV, TYPES_WITHOUT_ICEBERG } from '../limits/glue';
import type { Problem } from '../problem';
import type { EnvironmentConfig } from '../schema/environment';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import type { Draft } from '../validate/draft';
import type { Rule } from './rule';

type Table = Draft<EnvironmentConfig['catalog']['tables'][string]>;

/** Types that a format cannot hold, and what to write instead. */
const UNFIT: Readonly<Record<string, { readonly types: readonly string[]; readonly fix: string }>> = {
  iceberg: { types: TYPES_WITHOUT_ICEBERG, fix: 'write int or string' },
  csv: { types: TYPES_WITHOUT_CSV, fix: 'read it as string, or use json or parquet' },
};

/** A table has only what its format can have. */
export const tableFitsFormat: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    Object.entries(stage.config.catalog?.tables ?? {}).flatMap(([name, table]) => {
      if (table?.format === undefined) return [];
      const path = ['catalog', 'tables', name];
      return [
        ...partitionProblems(stage, table, path),
        ...headerProblems(stage, table, path),
        ...typeProblems(stage, table, path),
      ];
    }),
  );

function partitionProblems(stage: Subject<EnvironmentConfig>, table: Table, path: Path): Problem[] {
  if (table.format !== 'iceberg') return [];
  return (['partitions', 'partitionPath'] as const).flatMap((key) => {
    const value = table[key];
    if (value === undefined || value.length === 0) return [];
    const text =
      'an iceberg table keeps its partitions in its own metadata; remove it, and partition the table with ALTER TABLE in Spark';
    return [stage.problem(text, [...path, key])];
  });
}

function headerProblems(stage: Subject<EnvironmentConfig>, table: Table, path: Path): Problem[] {
  if (table.hasHeader === undefined || table.format === 'csv') return [];
  const text = `files of format ${table.format} have no header; remove it`;
  return [stage.problem(text, [...path, 'hasHeader'])];
}

function typeProblems(stage: Subject<EnvironmentConfig>, table: Table, path: Path): Problem[] {
  const unfit = UNFIT[table.format ?? ''];
  if (!unfit) return [];
  return (table.columns ?? []).flatMap((column, index) => {
    if (column?.type === undefined) return [];
    const found = columnTypes(column.type).find((type) => unfit.types.includes(type));
    if (found === undefined) return [];
    const text = `a table of format ${table.format} cannot hold ${found}; ${unfit.fix}`;
    return [stage.problem(text, [...path, 'columns', index, 'type'])];
  });
}
