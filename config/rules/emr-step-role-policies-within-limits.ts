import { IAM_LIMITS } from '../limits/iam';
import { stepRoleSections } from './emr-sections';
import { knownPlaces, stepRolePolicyLength } from './policy-lengths';
import type { Rule } from './rule';

/** The prefixes that a job reads and writes fit into the inline policy of its role. */
export const emrStepRolePoliciesWithinLimits: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { stage: stageName } = stage.config;
    if (stageName === undefined) return [];
    return stepRoleSections(stage).flatMap(({ name, value, path }) => {
      const [reads, writes] = [knownPlaces(value.reads), knownPlaces(value.writes)];
      const length = stepRolePolicyLength(stageName, { reads, writes });
      if (length <= IAM_LIMITS.roleInlinePolicies) return [];
      const text = `expected prefixes that fit into the ${IAM_LIMITS.roleInlinePolicies} characters which IAM allows a role, found ${reads.length} to read and ${writes.length} to write, which need about ${length}; list a prefix that holds several of them, or let ${name} be two jobs`;
      return [stage.problem(text, path)];
    });
  });
