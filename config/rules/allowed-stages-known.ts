import { name as named, quote } from '../quote';
import { nearest } from '../validate/nearest';
import { permissionSetNames } from './permission-set-names';
import type { Rule } from './rule';

/** What is pinned to stages is a permission set, and the stages are there: with a slip in its name, a set would be free. */
export const allowedStagesKnown: Rule = (landscape) => {
  const { organization, stages } = landscape;
  const known = permissionSetNames(landscape);
  if (organization === undefined || known === undefined) return [];
  const stageNames = stages.map(({ name }) => name);
  return Object.entries(organization.config.identity?.allowedStages ?? {}).flatMap(([set, allowed]) => {
    const path = ['identity', 'allowedStages', set];
    if (!known.includes(set)) {
      const near = nearest(set, known);
      const fix = near === undefined ? `write one of ${known.map(named).join(', ')}` : `write ${named(near)}`;
      return [organization.problem(`expected a permission set, found ${quote(set)}; ${fix}`, path)];
    }
    return (allowed ?? []).flatMap((stage, index) => {
      if (stage === undefined || stageNames.includes(stage)) return [];
      const near = nearest(stage, stageNames);
      const fix = near === undefined ? 'remove it' : `write ${named(near)}`;
      const text = `expected a stage that has a file in environments/, found ${quote(stage)}; ${fix}`;
      return [organization.problem(text, [...path, index])];
    });
  });
};
