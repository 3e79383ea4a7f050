import { formatLocation, type Problem } from '../problem';
import { quote } from '../quote';
import type { Rule } from './rule';
import { organizationTags, stageTags, type TagSource } from './tag-sources';

/**
 * No two tags differ only in case: IAM takes them for the same key and refuses the resource, and reports
 * by tag fall apart.
 */
export const tagKeysDistinct: Rule = ({ organization, stages }) => {
  const shared = organization ? [organizationTags(organization)] : [];
  return [...clashes(shared), ...stages.flatMap((stage) => clashes([...shared, ...stageTags(stage)]))];
};

function clashes(sources: readonly TagSource[]): Problem[] {
  const seen = new Map<string, { key: string; source: TagSource }>();
  return sources.flatMap((source) =>
    source.keys.flatMap((key) => {
      const first = seen.get(key.toLowerCase());
      if (!first) seen.set(key.toLowerCase(), { key, source });
      if (!first || first.key === key) return [];
      const at = formatLocation(first.source.subject.locate([...first.source.path, first.key]));
      const text = `differs only in case from ${quote(first.key)} (${at}); write both the same way`;
      return [source.subject.problem(text, [...source.path, key])];
    }),
  );
}
