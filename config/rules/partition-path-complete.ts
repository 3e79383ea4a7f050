import type { Rule } from './rule';

/** The path of a partition names each partition column once and nothing else: Athena refuses other templates. */
export const partitionPathComplete: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    Object.entries(stage.config.catalog?.tables ?? {}).flatMap(([name, table]) => {
      const template = table?.partitionPath;
      if (template === undefined || table?.format === 'iceberg') return [];
      const path = ['catalog', 'tables', name, 'partitionPath'];
      const columns = (table?.partitions ?? []).flatMap((partition) => partition?.name ?? []);
      if (columns.length === 0) {
        return [
          stage.problem('there are no partitions whose path it could be; add partitions, or remove it', path),
        ];
      }
      const named = [...template.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
      const missing = columns.filter((column) => !named.includes(column));
      const unknown = named.filter((column) => !columns.includes(column));
      const twice = named.filter((column, index) => named.indexOf(column) !== index);
      return [
        ...missing.map((column) => `it leaves out the partition ${column}; add {${column}}/`),
        ...unknown.map(
          (column) => `{${column}} is no partition of the table; the partitions are ${columns.join(', ')}`,
        ),
        ...[...new Set(twice)].map((column) => `{${column}} stands there twice; write it once`),
      ].map((text) => stage.problem(text, path));
    }),
  );
