import { nestedPrefixes, tableLocations } from './prefixes';
import type { Rule } from './rule';

/** No table lies in another: a query of the outer one would read the files of both. */
export const tableLocationsDisjoint: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    nestedPrefixes(
      stage,
      tableLocations(stage),
      () => 'a query reads every file below a location; give each table one of its own',
    ),
  );
