import { formatLocation } from '../problem';
import type { Path } from '../source/location';
import { stepRoleSections } from './emr-sections';
import type { Rule } from './rule';

interface Write {
  readonly role: string;
  readonly zone: string;
  readonly prefix: string;
  readonly path: Path;
}

/**
 * No job writes where another one does: the right to write is the right to delete, so one of them could
 * remove what the other made.
 */
export const emrStepRoleWritesDisjoint: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const writes: Write[] = stepRoleSections(stage).flatMap(({ name, value, path }) =>
      (value.writes ?? []).flatMap((write, index) =>
        write?.zone !== undefined && write.prefix !== undefined
          ? [{ role: name, zone: write.zone, prefix: write.prefix, path: [...path, 'writes', index] }]
          : [],
      ),
    );
    return writes.flatMap((write, index) => {
      const other = writes.slice(0, index).find((earlier) => overlap(earlier, write));
      if (!other) return [];
      const where = `${other.zone} ${other.prefix}, which ${other.role} writes (${formatLocation(stage.locate(other.path))})`;
      const text = `${write.zone} ${write.prefix} overlaps ${where}: each could delete the other's data; write to separate prefixes, or give both jobs one step role`;
      return [stage.problem(text, write.path)];
    });
  });

function overlap(one: Write, other: Write): boolean {
  return (
    one.role !== other.role &&
    one.zone === other.zone &&
    // Prefixes end in a slash, so `a/` does not begin `ab/`.
    (one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix))
  );
}
