import type { Config } from '../../config';
import { organizationConfig } from './config';
import { policyConfig } from './policy-config';

/** State bucket of `ciConfig`. */
export const CI_STATE_BUCKET = 'acme-state';

/** Stage `sandbox` with pipelines of acme/platform that plan pull requests and apply from the environment production. */
export function ciConfig(ci: Record<string, unknown> = CI): Config {
  return {
    ...policyConfig(),
    organization: organizationConfig({
      ci,
      state: { backend: 's3', managed: true, bucket: CI_STATE_BUCKET },
    }),
  };
}

const CI = { github: { repository: 'acme/platform', environments: ['production'] } };
