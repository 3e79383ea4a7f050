import type { Location, Path } from './location';

/** What a file says, with the place of every value. Merged trees hold places in two files. */
export type Tree = MapTree | ListTree | ScalarTree;

/** Keys and values. */
export interface MapTree {
  readonly kind: 'map';
  /** The map's own key, or its first line when it has none. */
  readonly at: Location;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A key of a map and what it holds. */
export interface Entry {
  readonly keyAt: Location;
  readonly value: Tree;
}

/** A list. */
export interface ListTree {
  readonly kind: 'list';
  readonly at: Location;
  readonly items: readonly Tree[];
}

/** A single value. */
export interface ScalarTree {
  readonly kind: 'scalar';
  readonly at: Location;
  readonly value: string | number | boolean | null;
  /** The value as it stands in the file: `012345678901` is the number 12345678901. */
  readonly source: string;
}

/** The bare data of a tree. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.value)]));
    case 'list':
      return tree.items.map(plain);
    case 'scalar':
      return tree.value;
  }
}

/** The value at a path, or undefined when the tree has none there. */
export function treeAt(tree: Tree, path: Path): Tree | undefined {
  let current: Tree | undefined = tree;
  for (const step of path) {
    if (current?.kind === 'map') current = current.entries.get(String(step))?.value;
    else if (current?.kind === 'list') current = typeof step === 'number' ? current.items[step] : undefined;
    else return undefined;
  }
  return current;
}

/** The place of the key at a path, or undefined when the tree has none there. */
export function keyLocation(tree: Tree, path: Path): Location | undefined {
  const parent = treeAt(tree, path.slice(0, -1));
  return parent?.kind === 'map' ? parent.entries.get(String(path.at(-1)))?.keyAt : undefined;
}

/**
 * The place to point at for a path that has no value: its nearest ancestor, in the given file if any of
 * them lies there. A stage that lacks `network.cidr` is told so in its own file, also when only
 * defaults.yaml has a `network`.
 */
export function nearestLocation(tree: Tree, path: Path, file = tree.at.file): Location {
  for (let length = path.length; length > 0; length -= 1) {
    const found = treeAt(tree, path.slice(0, length));
    if (found?.at.file === file) return found.at;
  }
  return tree.at;
}
