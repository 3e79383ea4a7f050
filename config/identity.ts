import type { Problem } from './problem';
import { formatPath, type Path } from './source/location';
import { type Entry, keyLocation, type MapTree, treeAt } from './source/tree';

/** What makes a stage that stage: each file has its own, so defaults.yaml may not set it. */
export const IDENTITY_PATHS: readonly Path[] = [
  ['stage'],
  ['account', 'name'],
  ['account', 'email'],
  ['account', 'id'],
  ['network', 'cidr'],
  ['vpn', 'clientCidr'],
];

/** True when only a stage's own file may set the value at a path. */
export function isIdentity(path: Path): boolean {
  return IDENTITY_PATHS.some((identity) => formatPath(identity) === formatPath(path));
}

/** Reports identity in defaults.yaml and takes it out, so that no stage inherits it. */
export function withoutIdentity(defaults: MapTree): { tree: MapTree; problems: Problem[] } {
  const given = IDENTITY_PATHS.filter((path) => treeAt(defaults, path));
  const problems = given.map((path) => ({
    at: keyLocation(defaults, path) ?? defaults.at,
    path: formatPath(path),
    text: "each stage has its own; move it to the stages' files",
  }));
  return { tree: given.reduce(remove, defaults), problems };
}

function remove(map: MapTree, [key, ...rest]: Path): MapTree {
  const entries = new Map<string, Entry>(map.entries);
  const entry = entries.get(String(key));
  if (rest.length === 0) entries.delete(String(key));
  else if (entry?.value.kind === 'map') {
    entries.set(String(key), { ...entry, value: remove(entry.value, rest) });
  }
  return { ...map, entries };
}
