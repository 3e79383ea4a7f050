import { readConfig, type StageReading } from '../config';
import type { Seed } from '../local';

/**
 * What the local cloud must hold before anything is deployed: an organization with the management account of
 * the configuration, the groups that its stages name, and the state bucket when state is kept in one. A configuration that cannot be read seeds
 * nothing; the command that needs it will name the mistakes.
 */
export function cloudSeed(root: string): Seed {
  const { organization, stages } = readConfig(root);
  if (!organization) return {};
  const { managementAccountId, state, region, identity } = organization.config;
  // Groups that the landing zone makes itself are not there before.
  const groups = groupsOf(stages).filter((group) => !identity.groups.includes(group));
  // A bucket that is managed is made by `lz bootstrap`, in the local cloud as anywhere.
  const isExpected = state.backend === 's3' && state.managed !== true;
  if (!isExpected || state.bucket === undefined) return { managementAccountId, groups };
  return {
    managementAccountId,
    stateBuckets: [{ name: state.bucket, region: state.region ?? region }],
    groups,
  };
}

/** Groups that the stages name, as if an identity provider had brought them. */
function groupsOf(stages: readonly StageReading[]): string[] {
  const named = stages.flatMap(({ config }) => [
    ...Object.keys(config?.access ?? {}),
    ...Object.keys(config?.vpn?.access ?? {}),
  ]);
  return [...new Set(named)].sort();
}
