import { name, quote } from '../quote';
import { nearest } from '../validate/nearest';
import type { Rule } from './rule';
import { withAncestors } from './unit-paths';

/** Units that a message lists. */
const MOST_SHOWN = 10;

/** A stage's account goes into a unit that organization.yaml lists, or into one above it. */
export const unitExists: Rule = ({ organization, stages }) => {
  const listed = organization?.config.units;
  // With one unit unreadable, a stage's unknown unit may be that one.
  if (!listed?.every((unit) => unit !== undefined)) return [];
  const units = withAncestors(listed);
  return stages.flatMap((stage) => {
    const unit = stage.config.account?.unit;
    if (unit === undefined || units.includes(unit)) return [];
    const close = nearest(unit, units) ?? units.find((path) => path.endsWith(`/${unit}`));
    const fix = close ? `write ${name(close)}` : `write one of ${some(units)}`;
    const text = `expected a unit of environments/organization.yaml, found ${quote(unit)}; ${fix}, or add it to units there`;
    return [stage.problem(text, ['account', 'unit'])];
  });
};

/** The first few, so that the line stays readable. */
function some(units: readonly string[]): string {
  const shown = units.slice(0, MOST_SHOWN).map(name).join(', ');
  return units.length > MOST_SHOWN ? `${shown}, …` : shown;
}
