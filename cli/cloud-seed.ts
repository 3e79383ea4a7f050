import { readConfig } from '../config';
import type { Seed } from '../local';

/**
 * What the local cloud must hold before anything is deployed: the state bucket, when the configuration keeps
 * state in one. A configuration with mistakes seeds nothing; the command that needs it will name them.
 */
export function cloudSeed(root: string): Seed {
  const { organization } = readConfig(root);
  if (!organization) return {};
  const { state, region } = organization.config;
  if (state.backend !== 's3' || state.bucket === undefined) return {};
  return { stateBuckets: [{ name: state.bucket, region: state.region ?? region }] };
}
