import { name as named } from '../quote';
import type { Rule } from './rule';

/** A permission set that is pinned to stages is given in none of the others. */
export const accessWithinAllowedStages: Rule = ({ organization, stages }) => {
  const pinned = organization?.config.identity?.allowedStages ?? {};
  return stages.flatMap((stage) =>
    Object.entries(stage.config.access ?? {}).flatMap(([group, names]) =>
      (names ?? []).flatMap((name, index) => {
        const allowed = name === undefined || !Object.hasOwn(pinned, name) ? undefined : pinned[name];
        // With one of them unreadable, it may be this one.
        if (name === undefined || allowed === undefined || allowed.includes(undefined)) return [];
        if (allowed.includes(stage.config.stage)) return [];
        const listed = allowed.length === 0 ? 'no stage' : allowed.join(', ');
        const text = `${named(name)} is allowed in ${listed} only; give ${named(group)} another permission set here, or add the stage to identity.allowedStages of environments/organization.yaml`;
        return [stage.problem(text, ['access', group, index])];
      }),
    ),
  );
};
