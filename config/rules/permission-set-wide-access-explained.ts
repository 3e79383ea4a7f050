import { WIDE_MANAGED_POLICIES } from '../limits/identity-center';
import { name as named } from '../quote';
import type { Rule } from './rule';

/** A permission set with a managed policy that gives more than any job needs says why. */
export const permissionSetWideAccessExplained: Rule = ({ organization }) => {
  const wide: readonly string[] = WIDE_MANAGED_POLICIES;
  return Object.entries(organization?.config.identity?.permissionSets ?? {}).flatMap(([set, value]) => {
    const path = ['identity', 'permissionSets', set];
    if (organization === undefined || organization.gives(...path, 'wideAccessReason')) return [];
    return (value?.managedPolicies ?? []).flatMap((policy, index) => {
      if (policy === undefined || !wide.includes(policy)) return [];
      const text = `${named(policy)} gives more than any job needs; use a narrower policy, or say in wideAccessReason why it must be this one`;
      return [organization.problem(text, [...path, 'managedPolicies', index])];
    });
  });
};
