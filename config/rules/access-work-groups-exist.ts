import { WORK_GROUPS_OF_PERMISSION_SETS } from '../shipped-permission-sets';
import type { Rule } from './rule';

/** Whoever is given a permission set that queries in a work group finds that work group in the stage. */
export const accessWorkGroupsExist: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const known = Object.keys(stage.config.athena?.workGroups ?? {});
    const listed = known.length === 0 ? 'none' : known.join(', ');
    return Object.entries(stage.config.access ?? {}).flatMap(([group, names]) =>
      (names ?? []).flatMap((name, index) => {
        const needed = name === undefined ? undefined : WORK_GROUPS_OF_PERMISSION_SETS[name];
        if (needed === undefined || !stage.lacks('athena', 'workGroups', needed)) return [];
        const text = `expected a work group ${needed} in athena.workGroups, found ${listed}: ${name} queries in ${needed} and nowhere else; add ${needed} there, or take ${name} out`;
        return [stage.problem(text, ['access', group, index])];
      }),
    );
  });
