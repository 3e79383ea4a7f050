import { ORGANIZATIONS_LIMITS } from '../limits/organizations';
import { formatLocation } from '../problem';
import { quote } from '../quote';
import type { Rule } from './rule';
import { withAncestors } from './unit-paths';

/** Each unit is listed once, and there are no more than AWS allows. How deep they lie, the field checks. */
export const unitsWithinLimits: Rule = ({ organization }) => {
  const units = organization?.config.units ?? [];
  if (!organization) return [];
  const problems = units.flatMap((unit, index) => {
    const first = units.indexOf(unit);
    if (unit === undefined || first === index) return [];
    const text = `${quote(unit)} is listed already (${formatLocation(organization.locate(['units', first]))}); remove one`;
    return [organization.problem(text, ['units', index])];
  });
  const total = withAncestors(units.filter((unit) => unit !== undefined)).length;
  if (total > ORGANIZATIONS_LIMITS.units) {
    const text = `expected at most ${ORGANIZATIONS_LIMITS.units} units, those above the listed ones included, found ${total}; AWS allows no more in an organization`;
    problems.push(organization.problem(text, ['units']));
  }
  return problems;
};
