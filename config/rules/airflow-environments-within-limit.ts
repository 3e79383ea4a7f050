import { MWAA_LIMITS } from '../limits/mwaa';
import type { Rule } from './rule';

/** A stage has no more environments than AWS gives an account without being asked. */
export const airflowEnvironmentsWithinLimit: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const count = Object.keys(stage.config.airflow ?? {}).length;
    if (count <= MWAA_LIMITS.environments) return [];
    const text = `expected at most ${MWAA_LIMITS.environments} environments, found ${count}: AWS allows no more in an account; a second one is for moving to another version, teams share one`;
    return [stage.problem(text, ['airflow'])];
  });
