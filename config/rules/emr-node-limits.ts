import type { Rule } from './rule';
import { clusterSections } from './emr-sections';

/** Managed scaling has room: the fewest nodes are no more than the most. */
export const emrNodeLimits: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    clusterSections(stage).flatMap(({ value, path }) =>
      (['core', 'task'] as const).flatMap((group) => {
        const { min, max } = value[group] ?? {};
        if (min === undefined || max === undefined || min <= max) return [];
        const text = `min ${min} is more than max ${max}; lower min or raise max`;
        return [stage.problem(text, [...path, group, 'min'], [...path, group, 'max'])];
      }),
    ),
  );
