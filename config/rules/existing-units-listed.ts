import { name, quote } from '../quote';
import { nearest } from '../validate/nearest';
import type { Rule } from './rule';
import { withAncestors } from './unit-paths';

/**
 * Ids are given for units that are listed, or stand above a listed one: else nothing reads them. Each id is one unit's:
 * adopted under two addresses, a unit would be moved and renamed back and forth.
 */
export const existingUnitsListed: Rule = ({ organization }) => {
  const listed = organization?.config.units;
  const existing = organization?.config.existingUnits;
  if (!organization || !existing || !listed?.every((unit) => unit !== undefined)) return [];
  const units = withAncestors(listed);
  const unlisted = Object.keys(existing)
    .filter((path) => !units.includes(path))
    .map((path) => {
      const close = nearest(path, units);
      const fix = close ? `write ${name(close)}` : 'add it to units';
      return organization.problem(`${quote(path)} is no unit listed in units; ${fix}, or remove the line`, [
        'existingUnits',
        path,
      ]);
    });
  const entries = Object.entries(existing);
  const repeated = entries.flatMap(([path, id], index) => {
    const earlier = entries.slice(0, index).find(([, other]) => id !== undefined && other === id)?.[0];
    if (earlier === undefined) return [];
    const text = `${id} is the id of ${name(earlier)} already; write the id of this unit, or remove the line to have it made`;
    return [organization.problem(text, ['existingUnits', path])];
  });
  return [...unlisted, ...repeated];
};
