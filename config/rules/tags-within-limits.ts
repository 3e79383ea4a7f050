import { ORGANIZATIONS_LIMITS } from '../limits/organizations';
import { PLATFORM_TAG_KEYS } from '../limits/platform-tags';
import type { Rule } from './rule';
import { organizationTags, stageTags } from './tag-sources';

/** No resource, the account included, gets more tags than AWS allows. */
export const tagsWithinLimits: Rule = ({ organization, stages }) =>
  stages.flatMap((stage) => {
    const sources = [...(organization ? [organizationTags(organization)] : []), ...stageTags(stage)];
    const keys = new Set([...PLATFORM_TAG_KEYS, ...sources.flatMap((source) => source.keys)]);
    const most = ORGANIZATIONS_LIMITS.tagsPerResource;
    if (keys.size <= most) return [];
    const counts = sources.map(
      ({ subject, path, keys }) =>
        `${keys.length} in ${subject === stage ? '' : 'organization.yaml '}${path.join('.')}`,
    );
    const text = `expected at most ${most} tags on a resource, found ${keys.size}: ${counts.join(', ')} and ${PLATFORM_TAG_KEYS.join(', ')}; AWS allows no more`;
    return [stage.problem(text, ['account', 'tags'], ['tags'])];
  });
