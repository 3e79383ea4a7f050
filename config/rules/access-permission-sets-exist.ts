import { name as named, quote } from '../quote';
import { nearest } from '../validate/nearest';
import { permissionSetNames } from './permission-set-names';
import type { Rule } from './rule';

/** What a group is given in an account is a permission set that is shipped or in organization.yaml, and given once. */
export const accessPermissionSetsExist: Rule = (landscape) => {
  const known = permissionSetNames(landscape);
  if (known === undefined) return [];
  return landscape.stages.flatMap((stage) =>
    Object.entries(stage.config.access ?? {}).flatMap(([group, names]) =>
      (names ?? []).flatMap((name, index) => {
        if (name === undefined) return [];
        const path = ['access', group, index];
        if (!known.includes(name)) {
          const near = nearest(name, known);
          const fix =
            near === undefined ? `write one of ${known.map(named).join(', ')}` : `write ${named(near)}`;
          const text = `expected a permission set, found ${quote(name)}; ${fix}, or add it to identity.permissionSets of environments/organization.yaml`;
          return [stage.problem(text, path)];
        }
        if (names?.indexOf(name) === index) return [];
        return [stage.problem(`${named(name)} is given to ${named(group)} twice; remove one of them`, path)];
      }),
    ),
  );
};
