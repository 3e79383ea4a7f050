import { withAncestors } from './unit-paths';

/** What `policies` calls the root of the organization, which has no path. */
export const ROOT = 'root';

/** What policies can be attached to: the root, and all units; undefined when a unit is unreadable. */
export function policyTargets(units: readonly (string | undefined)[] | undefined): string[] | undefined {
  if (!units?.every((unit) => unit !== undefined)) return undefined;
  return [ROOT, ...withAncestors(units)];
}
