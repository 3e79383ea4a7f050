import { name, quote } from '../quote';
import { nearest } from '../validate/nearest';
import type { Rule } from './rule';
import { withAncestors } from './unit-paths';

/** Ids are given for units that are listed, or stand above a listed one: else nothing reads them. */
export const existingUnitsListed: Rule = ({ organization }) => {
  const listed = organization?.config.units;
  const existing = organization?.config.existingUnits;
  if (!organization || !existing || !listed?.every((unit) => unit !== undefined)) return [];
  const units = withAncestors(listed);
  return Object.keys(existing)
    .filter((path) => !units.includes(path))
    .map((path) => {
      const close = nearest(path, units);
      const fix = close ? `write ${name(close)}` : 'add it to units';
      return organization.problem(`${quote(path)} is no unit listed in units; ${fix}, or remove the line`, [
        'existingUnits',
        path,
      ]);
    });
};
