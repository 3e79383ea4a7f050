import { readConfig } from '../config';
import type { Seed } from '../local';

/**
 * What the local cloud must hold before anything is deployed: an organization with the management account of
 * the configuration, the state bucket when state is kept in one, and the groups that may use a VPN. A configuration that cannot be read seeds
 * nothing; the command that needs it will name the mistakes.
 */
export function cloudSeed(root: string): Seed {
  const { organization, stages } = readConfig(root);
  if (!organization) return {};
  const { managementAccountId, state, region } = organization.config;
  const groups = [...new Set(stages.flatMap(({ config }) => Object.keys(config?.vpn?.access ?? {})))];
  if (state.backend !== 's3' || state.bucket === undefined) return { managementAccountId, groups };
  return {
    managementAccountId,
    stateBuckets: [{ name: state.bucket, region: state.region ?? region }],
    groups,
  };
}
