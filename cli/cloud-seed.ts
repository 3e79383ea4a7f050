import { readConfig } from '../config';
import type { Seed } from '../local';

/**
 * What the local cloud must hold before anything is deployed: an organization with the management account of
 * the configuration, and the state bucket when state is kept in one. A configuration that cannot be read seeds
 * nothing; the command that needs it will name the mistakes.
 */
export function cloudSeed(root: string): Seed {
  const { organization } = readConfig(root);
  if (!organization) return {};
  const { managementAccountId, state, region } = organization.config;
  // No configuration names groups of Identity Center.
  const groups: readonly string[] = [];
  // A bucket that is managed is made by `lz bootstrap`, in the local cloud as anywhere.
  const isExpected = state.backend === 's3' && state.managed !== true;
  if (!isExpected || state.bucket === undefined) return { managementAccountId, groups };
  return {
    managementAccountId,
    stateBuckets: [{ name: state.bucket, region: state.region ?? region }],
    groups,
  };
}
