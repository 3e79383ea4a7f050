import { quote } from '../quote';
import { askedBy, pythonOf, requirementsOf } from './airflow-constraints';
import { airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/**
 * A warning: constraints of the team's own may fit, but nothing here can tell, and they have to be made anew with each
 * version of Airflow.
 */
export const airflowConstraintsKnown: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => {
    const { file, constraints } = requirementsOf(section, landscape) ?? { file: '', constraints: [] };
    const python = pythonOf(section, landscape);
    return constraints
      .filter(({ madeFor }) => madeFor === undefined)
      .map(({ target, line }) => ({
        at: { file, line, column: 1 },
        path: '',
        text: `${quote(target)} is no constraints file of Airflow's own: whether it fits ${askedBy(section)}${python === undefined ? '' : ` with Python ${python}`} cannot be told; make it anew with each version`,
      }));
  });
