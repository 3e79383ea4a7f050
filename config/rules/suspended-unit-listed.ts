import { name, quote } from '../quote';
import type { Rule } from './rule';
import { withAncestors } from './unit-paths';

/** An account can be moved out of the way only when there is a unit to move it to. */
export const suspendedUnitListed: Rule = ({ organization, stages }) => {
  const listed = organization?.config.units;
  const suspended = organization?.config.suspendedUnit;
  if (suspended === undefined || !listed?.every((unit) => unit !== undefined)) return [];
  if (withAncestors(listed).includes(suspended)) return [];
  return stages.flatMap((stage) => {
    const lifecycle = stage.config.account?.lifecycle;
    if (lifecycle === undefined || lifecycle === 'active') return [];
    const text = `${lifecycle} needs the unit ${quote(suspended)}, which units in environments/organization.yaml does not list; add ${name(suspended)} there, or name another unit as suspendedUnit`;
    return [stage.problem(text, ['account', 'lifecycle'])];
  });
};
