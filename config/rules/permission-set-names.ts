import { SHIPPED_PERMISSION_SETS } from '../shipped-permission-sets';
import type { Landscape } from './rule';

/**
 * Names of all permission sets there will be.
 *
 * @returns undefined while organization.yaml, which may have more of them, cannot be read
 */
export function permissionSetNames({ organization }: Landscape): readonly string[] | undefined {
  const own = organization?.config.identity?.permissionSets;
  if (own === undefined) return undefined;
  return [...SHIPPED_PERMISSION_SETS, ...Object.keys(own)];
}
