import type { Entry, Tree } from './source/tree';

/**
 * Lays a stage's file over defaults.yaml. Maps merge key by key, at any depth; lists and single values
 * replace what lies below them. Every value keeps the place it came from.
 *
 * An empty value (`network:` with nothing behind it) replaces too, and is then refused by the schema: it
 * is never right, and taking it for "use the default" would hide a forgotten value.
 */
export function merge(below: Tree, above: Tree): Tree {
  if (below.kind !== 'map' || above.kind !== 'map') return above;
  const entries = new Map<string, Entry>(below.entries);
  for (const [key, entry] of above.entries) {
    const covered = below.entries.get(key);
    entries.set(key, covered ? { keyAt: entry.keyAt, value: merge(covered.value, entry.value) } : entry);
  }
  return { kind: 'map', at: above.at, entries };
}
