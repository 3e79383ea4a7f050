import { formatLocation, type Problem } from '../problem';
import type { EnvironmentConfig } from '../schema/environment';
import type { Path } from '../source/location';
import type { Subject } from '../subject';

/** A prefix in a bucket of the lake. */
export interface PrefixUse {
  /** What the prefix is of, such as `table orders`. */
  readonly of: string;
  readonly path: Path;
  /** Uses of different buckets never clash. */
  readonly bucket: string;
  readonly prefix: string;
}

/**
 * Reports each pair of uses in one bucket of which one lies in the other, at the later of the two.
 *
 * @param fix what to do, and why the two must not meet
 */
export function nestedPrefixes(
  stage: Subject<EnvironmentConfig>,
  uses: readonly PrefixUse[],
  fix: (use: PrefixUse, other: PrefixUse) => string | undefined,
): Problem[] {
  return uses.flatMap((use, index) =>
    uses.slice(0, index).flatMap((other) => {
      const relation = use.bucket === other.bucket ? relate(use.prefix, other.prefix) : undefined;
      const advice = relation && fix(use, other);
      if (!advice) return [];
      const where = `${other.of} (${formatLocation(stage.locate(other.path))})`;
      return [stage.problem(`${use.prefix} ${relation} ${where}; ${advice}`, use.path, other.path)];
    }),
  );
}

function relate(prefix: string, other: string): string | undefined {
  if (prefix === other) return 'is the prefix of';
  if (prefix.startsWith(other)) return `lies in ${other} of`;
  if (other.startsWith(prefix)) return `holds ${other} of`;
  return undefined;
}

/** Locations of all tables. */
export function tableLocations(stage: Subject<EnvironmentConfig>): PrefixUse[] {
  return Object.entries(stage.config.catalog?.tables ?? {}).flatMap(([name, table]) =>
    table?.zone === undefined || table.location === undefined
      ? []
      : [
          {
            of: `table ${name}`,
            path: ['catalog', 'tables', name, 'location'],
            bucket: table.zone,
            prefix: table.location,
          },
        ],
  );
}
