import { PLATFORM_TAG_KEYS } from '../limits/platform-tags';
import type { Rule } from './rule';
import { organizationTags, stageTags } from './tag-sources';

/** Tags that the platform sets itself are not set by hand, in whatever case. */
export const noPlatformTags: Rule = ({ organization, stages }) => {
  const sources = [...(organization ? [organizationTags(organization)] : []), ...stages.flatMap(stageTags)];
  return sources.flatMap(({ subject, path, keys }) =>
    keys.flatMap((key) => {
      const own = PLATFORM_TAG_KEYS.find((platform) => platform.toLowerCase() === key.toLowerCase());
      return own
        ? [subject.problem(`${own} is set by the platform itself; remove the line`, [...path, key])]
        : [];
    }),
  );
};
