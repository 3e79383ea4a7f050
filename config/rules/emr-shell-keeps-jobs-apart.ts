import { stepRoleSections } from './emr-sections';
import type { Rule } from './rule';

/**
 * A warning: with a shell on the nodes, step roles are apart in name only. One role alone is worth nothing to a shell
 * where everything may go, as in a sandbox.
 *
 * Source: "Runtime roles for Amazon EMR steps", security considerations
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html).
 */
export const emrShellKeepsJobsApart: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { emr, disposable } = stage.config;
    const roles = stepRoleSections(stage).map(({ name }) => name);
    if (emr?.shellAccess !== true || roles.length === 0) return [];
    if (roles.length === 1 && disposable === true) return [];
    const which =
      roles.length === 1
        ? `as the step role ${roles.join('')}, whose data nobody else is to touch`
        : `as each of the ${roles.length} step roles (${roles.join(', ')})`;
    const where =
      roles.length === 1 ? 'where that matters' : "where their jobs must not see each other's data";
    const text = `whoever opens a shell on a node can act ${which}; write false ${where}`;
    return [stage.problem(text, ['emr', 'shellAccess'])];
  });
