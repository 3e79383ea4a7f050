import type { Config } from '../../config';
import { organizationConfig } from './config';
import { STAGE_ACCOUNT } from './policies';
import { policyConfig } from './policy-config';

/** State bucket of `ciConfig`. */
export const CI_STATE_BUCKET = 'acme-state';

/** The same where the organization is managed here too, with its trail, in the account that roles are taken to be of. */
export function ciOrganizationConfig(bucket = CI_STATE_BUCKET): Config {
  const { organization, ...rest } = ciConfig();
  return {
    ...rest,
    organization: {
      ...organization,
      managementAccountId: STAGE_ACCOUNT,
      state: { ...organization.state, bucket },
      organization: { ...organization.organization, managed: true },
    },
  };
}

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
