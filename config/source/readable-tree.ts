import { isAlias, isMap, isPair, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Problem } from '../problem';
import { formatPath, type Location, type Path } from './location';
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from './tree';

/** The readable part of a document and what is wrong with it besides its syntax. */
export interface ReadableTree {
  readonly tree: Tree | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Turns the parser's nodes into a tree of values with their places.
 *
 * @param cutLine first line that a syntax error makes unreadable (Infinity: none). Of maps, what lies
 * before it is kept; a list or value that reaches it is left out, since half a list is another list.
 */
export function readableTree(
  file: string,
  contents: unknown,
  lines: LineCounter,
  cutLine: number,
): ReadableTree {
  const reader = new TreeReader(file, lines, cutLine);
  const tree = contents === null ? undefined : reader.read(contents as Node, []);
  return { tree, problems: reader.problems };
}

class TreeReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly cutLine: number,
  ) {}

  /** @param keyAt place of the key that holds the node; maps and empty values are pointed at there. */
  read(node: Node, path: Path, keyAt?: Location): Tree | undefined {
    if (isMap(node) && !node.flow) return this.readMap(node.items, path, keyAt ?? this.start(node));
    if (this.reachesCut(node)) return undefined;
    if (isMap(node)) return this.readMap(node.items, path, keyAt ?? this.start(node));
    if (isSeq(node)) return this.readList(node.items, path, this.start(node));
    if (isAlias(node)) return this.refuseAlias(node, path);
    return this.readScalar(node, keyAt);
  }

  private readMap(items: readonly unknown[], path: Path, at: Location): MapTree | undefined {
    const entries = new Map<string, Entry>();
    for (const pair of items) {
      if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== 'string') continue;
      const keyAt = this.start(pair.key);
      if ((keyAt.line ?? 0) >= this.cutLine) continue;
      const key = pair.key.value;
      if (key === '__proto__') {
        this.refuseKey([...path, key], keyAt);
        continue;
      }
      const first = entries.get(key);
      if (first) this.refuseDuplicate([...path, key], keyAt, first.keyAt);
      const value = pair.value ? this.read(pair.value as Node, [...path, key], keyAt) : this.nothing(keyAt);
      if (value && !first) entries.set(key, { keyAt, value });
    }
    // A map that a syntax error has emptied says nothing; an empty one that was written so does.
    return entries.size === 0 && items.length > 0 && this.cutLine !== Infinity
      ? undefined
      : { kind: 'map', at, entries };
  }

  private readList(items: readonly unknown[], path: Path, at: Location): ListTree {
    const trees = items.map((item, index) => this.read(item as Node, [...path, index]));
    return { kind: 'list', at, items: trees.filter((tree) => tree !== undefined) };
  }

  private readScalar(node: Node, keyAt?: Location): ScalarTree | undefined {
    const value = isScalar(node) ? node.value : null;
    const source = isScalar(node) ? (node.source ?? '') : '';
    if (value === null && source === '' && keyAt) return this.nothing(keyAt);
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { kind: 'scalar', at: this.start(node), value: known ? value : null, source };
  }

  /** A key without a value, unless its value may be what a syntax error hides. */
  private nothing(at: Location): ScalarTree | undefined {
    return this.cutLine === Infinity ? { kind: 'scalar', at, value: null, source: '' } : undefined;
  }

  private refuseAlias(node: Node & { source: string }, path: Path): ScalarTree {
    const at = this.start(node);
    const text = `aliases such as *${node.source} are not read; write the value out, or put what stages share in defaults.yaml`;
    this.problems.push({ at, path: formatPath(path), text });
    return { kind: 'scalar', at, value: null, source: `*${node.source}` };
  }

  /** As a key of a JavaScript object it would be lost without a word. */
  private refuseKey(path: Path, at: Location): void {
    this.problems.push({ at, path: formatPath(path), text: 'this name cannot be used; choose another' });
  }

  private refuseDuplicate(path: Path, at: Location, first: Location): void {
    const text = `given twice, first on line ${first.line ?? 1}; keep one`;
    this.problems.push({ at, path: formatPath(path), text });
  }

  private reachesCut(node: Node): boolean {
    if (this.cutLine === Infinity) return false;
    if (isMap(node) && !node.flow) {
      return node.items.some((pair) => this.reachesCut((pair.value ?? pair.key) as Node));
    }
    if (isSeq(node) && !node.flow) return node.items.some((item) => this.reachesCut(item as Node));
    return this.lines.linePos(node.range?.[1] ?? 0).line >= this.cutLine;
  }

  private start(node: Node): Location {
    const { line, col } = this.lines.linePos(node.range?.[0] ?? 0);
    return { file: this.file, line, column: col };
  }
}
