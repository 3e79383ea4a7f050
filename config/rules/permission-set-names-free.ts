import { name as named } from '../quote';
import { SHIPPED_PERMISSION_SETS } from '../shipped-permission-sets';
import type { Rule } from './rule';

/** A permission set of organization.yaml has a name that no shipped one has: Identity Center takes each name once. */
export const permissionSetNamesFree: Rule = ({ organization }) => {
  const shipped: readonly string[] = SHIPPED_PERMISSION_SETS;
  return Object.keys(organization?.config.identity?.permissionSets ?? {})
    .filter((set) => shipped.includes(set))
    .flatMap((set) => {
      const text = `${named(set)} is the name of a permission set that this project brings; choose another name`;
      return organization?.problem(text, ['identity', 'permissionSets', set]) ?? [];
    });
};
