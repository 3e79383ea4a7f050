import { name as named, quote } from '../quote';
import { nearest } from '../validate/nearest';
import { airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/** Work groups in which DAGs run queries are work groups of the stage. */
export const airflowWorkGroupsExist: Rule = (landscape) =>
  airflowSections(landscape).flatMap(({ stage, value, path }) => {
    const known = Object.keys(stage.config.athena?.workGroups ?? {});
    return (value.athena?.workGroups ?? []).flatMap((name, index) => {
      if (name === undefined || !stage.lacks('athena', 'workGroups', name)) return [];
      const near = nearest(name, known);
      const fix = near === undefined ? 'add it to athena.workGroups' : `write ${named(near)}`;
      const listed = known.length === 0 ? 'there are none' : `there are ${known.join(', ')}`;
      const text = `expected a work group of athena.workGroups, found ${quote(name)}: ${listed}; ${fix}`;
      return [stage.problem(text, [...path, 'athena', 'workGroups', index])];
    });
  });
