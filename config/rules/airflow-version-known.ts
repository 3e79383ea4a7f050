import { airflowSections, airflowVersions } from './airflow-sections';
import type { Rule } from './rule';

/** A warning: AWS adds versions several times a year, so one that is not in our table need not be wrong. */
export const airflowVersionKnown: Rule = (landscape) => {
  const versions = airflowVersions(landscape.organization);
  return airflowSections(landscape).flatMap(({ stage, value, path }) => {
    if (value.version === undefined || value.version in versions) return [];
    const text = `Airflow ${value.version} is none of the versions on MWAA known here (${Object.keys(versions).join(', ')}); if AWS has it, write it into airflowVersions in organization.yaml, with its Python version`;
    return [stage.problem(text, [...path, 'version'])];
  });
};
