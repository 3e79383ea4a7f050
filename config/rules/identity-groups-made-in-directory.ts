import { name as named } from '../quote';
import type { Rule } from './rule';

/** Groups are made in Identity Center's own directory only, and each once: next to SCIM they would be overwritten. */
export const identityGroupsMadeInDirectory: Rule = ({ organization }) => {
  const identity = organization?.config.identity;
  if (organization === undefined || identity?.source === undefined) return [];
  const groups = identity.groups ?? [];
  if (identity.source === 'external' && groups.length > 0) {
    const text =
      'groups are not made while identity.source is external, where an identity provider brings them; write source: directory, or remove them';
    return [organization.problem(text, ['identity', 'groups'])];
  }
  return groups.flatMap((group, index) =>
    group === undefined || groups.indexOf(group) === index
      ? []
      : [
          organization.problem(`${named(group)} is listed twice; remove one of them`, [
            'identity',
            'groups',
            index,
          ]),
        ],
  );
};
