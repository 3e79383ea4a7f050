import { EMR_MANAGED_POLICY_TAG } from './managed-policy-tag';

/** Tag by which policies recognise the clusters of a platform. */
export const EMR_PLATFORM_TAG_KEY = 'EmrPlatform';

/** Tags that every cluster has: EMR's service policy asks for one, our own policies for the other. */
export function clusterTags(platform: string): Record<string, string> {
  return { ...EMR_MANAGED_POLICY_TAG, [EMR_PLATFORM_TAG_KEY]: platform };
}
