import { quote } from '../quote';
import type { Path } from '../source/location';
import type { Rule } from './rule';

/**
 * Nothing that becomes an id of a construct is called as what every object of JavaScript has, such as `constructor`:
 * the tree of constructs takes that for one that is there already.
 */
export const noNamesOfObjects: Rule = ({ organization, stages }) => [
  ...(organization
    ? refused([
        // Units above a listed one are made too.
        ...(organization.config.units ?? []).map(
          (unit, index) => [unit?.split('/')[0], ['units', index]] as const,
        ),
        ...keysOf(organization.config.customPolicies, 'customPolicies'),
        ...(organization.config.identity?.groups ?? []).map(
          (name, index) => [name, ['identity', 'groups', index]] as const,
        ),
      ]).map(({ text, path }) => organization.problem(text, path))
    : []),
  ...stages.flatMap((stage) =>
    refused([
      [stage.config.stage, ['stage']],
      ...keysOf(stage.config.emr?.stepRoles, 'emr', 'stepRoles'),
    ]).map(({ text, path }) => stage.problem(text, path)),
  ),
];

type Named = readonly [name: string | undefined, path: Path];

const keysOf = (map: object | undefined, ...path: string[]): Named[] =>
  Object.keys(map ?? {}).map((name) => [name, [...path, name]]);

function refused(names: readonly Named[]): { readonly text: string; readonly path: Path }[] {
  return names.flatMap(([name, path]) =>
    name !== undefined && name in Object.prototype
      ? [{ text: `${quote(name)} is a name that JavaScript has taken; choose another`, path }]
      : [],
  );
}
