import { stepRoleSections } from './emr-sections';
import type { Rule } from './rule';

/** A warning: with a shell on the nodes, several step roles are apart in name only. */
export const emrShellKeepsJobsApart: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const roles = stepRoleSections(stage).map(({ name }) => name);
    if (stage.config.emr?.shellAccess !== true || roles.length < 2) return [];
    const text = `whoever opens a shell on a node can act as each of the ${roles.length} step roles (${roles.join(', ')}); write false where their jobs must not see each other's data`;
    return [stage.problem(text, ['emr', 'shellAccess'])];
  });
