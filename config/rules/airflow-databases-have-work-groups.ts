import { airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/** Databases that DAGs may query come with work groups to query them in: without one nothing would be granted. */
export const airflowDatabasesHaveWorkGroups: Rule = (landscape) =>
  airflowSections(landscape).flatMap(({ stage, value, path }) => {
    const { databases = [], workGroups = [] } = value.athena ?? {};
    if (databases.length === 0 || workGroups.length > 0) return [];
    const known = Object.keys(stage.config.athena?.workGroups ?? {});
    const example = known.length === 0 ? 'one of athena.workGroups' : known.join(' or ');
    const text = `expected athena.workGroups beside athena.databases, found none: DAGs query in a work group, and without one they may not read a database; add workGroups with ${example}, or take databases out`;
    return [stage.problem(text, [...path, 'athena', 'databases'])];
  });
