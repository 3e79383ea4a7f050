import { formatLocation } from '../problem';
import type { Path } from '../source/location';
import type { Rule } from './rule';

/** No table has two columns of a name, partition columns included: Athena refuses every query of such a table. */
export const columnNamesUnique: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    Object.entries(stage.config.catalog?.tables ?? {}).flatMap(([table, config]) => {
      const first = new Map<string, Path>();
      return (['columns', 'partitions'] as const).flatMap((list) =>
        (config?.[list] ?? []).flatMap((column, index) => {
          if (column?.name === undefined) return [];
          const path = ['catalog', 'tables', table, list, index, 'name'];
          const other = first.get(column.name);
          if (!other) {
            first.set(column.name, path);
            return [];
          }
          const kind = other[3] === 'columns' ? 'a column' : 'a partition';
          const fix =
            list === 'partitions' && other[3] === 'columns'
              ? 'a partition column is not listed among the columns; remove it there'
              : 'give one of the two another name';
          const text = `${column.name} is ${kind} already (${formatLocation(stage.locate(other))}); ${fix}`;
          return [stage.problem(text, path)];
        }),
      );
    }),
  );
