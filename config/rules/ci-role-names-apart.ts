import { quote } from '../quote';
import type { Rule } from './rule';

/** Names that a stage's own roles begin with, `<stage>-`, must not be how the roles of pipelines begin. */
const TAKEN: ReadonlySet<string> = new Set(['landing', 'landing-zone']);

/** A stage's deployment makes roles called `<stage>-…`; the roles `landing-zone-…` are kept out of its reach. */
export const ciRoleNamesApart: Rule = ({ organization, stages }) => {
  if (!organization?.gives('ci')) return [];
  return stages.flatMap((stage) => {
    const name = stage.config.stage;
    if (name === undefined || !TAKEN.has(name)) return [];
    const text = `found ${quote(name)}, with which the roles of pipelines begin (landing-zone-plan, landing-zone-deploy); call the stage something else`;
    return [stage.problem(text, ['stage'])];
  });
};
