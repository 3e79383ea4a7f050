import { EMR_LIMITS } from '../limits/emr';
import type { Rule } from './rule';

/** The policies that list every step role stay within IAM's size. */
export const emrStepRolesWithinLimits: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const count = Object.keys(stage.config.emr?.stepRoles ?? {}).length;
    if (count <= EMR_LIMITS.stepRoles) return [];
    const text = `expected at most ${EMR_LIMITS.stepRoles} step roles, found ${count}: more do not fit into one IAM policy; let jobs with the same data share a role`;
    return [stage.problem(text, ['emr', 'stepRoles'])];
  });
