import { quote } from '../quote';
import type { Rule } from './rule';

/** A permission set has each managed policy once. */
export const permissionSetPoliciesUnique: Rule = ({ organization }) =>
  Object.entries(organization?.config.identity?.permissionSets ?? {}).flatMap(([set, value]) => {
    const policies = value?.managedPolicies ?? [];
    return policies.flatMap((policy, index) => {
      if (organization === undefined || policy === undefined || policies.indexOf(policy) === index) return [];
      const text = `${quote(policy)} is listed already; remove one of the two`;
      return [organization.problem(text, ['identity', 'permissionSets', set, 'managedPolicies', index])];
    });
  });
