import { IAM_LIMITS } from '../limits/iam';
import { stepRoleSections } from './emr-sections';
import { type ListedPrefix, stepRolePolicyLength } from './policy-lengths';
import type { Rule } from './rule';

/** The prefixes that a job reads and writes fit into the inline policy of its role. */
export const emrStepRolePoliciesWithinLimits: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { stage: stageName } = stage.config;
    if (stageName === undefined) return [];
    return stepRoleSections(stage).flatMap(({ name, value, path }) => {
      const [reads, writes] = [known(value.reads), known(value.writes)];
      const length = stepRolePolicyLength(stageName, { reads, writes });
      if (length <= IAM_LIMITS.roleInlinePolicies) return [];
      const text = `expected prefixes that fit into the ${IAM_LIMITS.roleInlinePolicies} characters which IAM allows a role, found ${reads.length} to read and ${writes.length} to write, which need about ${length}; list a prefix that holds several of them, or let ${name} be two jobs`;
      return [stage.problem(text, path)];
    });
  });

/** Those of which both halves are valid. */
function known(places: readonly (Partial<ListedPrefix> | undefined)[] | undefined): ListedPrefix[] {
  return (places ?? []).flatMap((place) =>
    place?.zone === undefined || place.prefix === undefined
      ? []
      : [{ zone: place.zone, prefix: place.prefix }],
  );
}
