import type { Problem } from './problem';
import { formatPath, type Location, type Path } from './source/location';
import { type MapTree, nearestLocation, treeAt } from './source/tree';
import type { Draft } from './validate/draft';

/** What rules look at: one file's configuration, as far as it is valid, and where its values stand. */
export class Subject<T> {
  /** Name the file gives: the stage's, or `organization`. */
  readonly name: string;
  readonly file: string;
  /** The valid values, merged over defaults.yaml, built-in defaults filled in. */
  readonly config: Draft<T>;
  private readonly tree: MapTree;
  private readonly isComplete: boolean;

  constructor(props: { name: string; tree: MapTree; config: Draft<T>; isComplete: boolean }) {
    this.name = props.name;
    this.file = props.tree.at.file;
    this.config = props.config;
    this.tree = props.tree;
    this.isComplete = props.isComplete;
  }

  /**
   * True when the value at a path is certainly not given. False also when it is given but invalid, or may
   * stand behind a syntax error.
   */
  lacks(...path: Path): boolean {
    return this.isComplete && treeAt(this.tree, path) === undefined;
  }

  /** True when a value, valid or not, is given at a path by this file or by defaults.yaml. */
  gives(...path: Path): boolean {
    return treeAt(this.tree, path) !== undefined;
  }

  /** Place of the value at a path, or of what would hold it when it is a built-in default. */
  locate(path: Path): Location {
    return treeAt(this.tree, path)?.at ?? nearestLocation(this.tree, path);
  }

  /**
   * A problem at the first of the paths whose value stands in this file itself, else at the first path: when
   * two values clash and one comes from defaults.yaml, the other is the one to change.
   */
  problem(text: string, first: Path, ...others: Path[]): Problem {
    const own = [first, ...others].find((path) => treeAt(this.tree, path)?.at.file === this.file) ?? first;
    return { at: this.locate(own), path: formatPath(own), text };
  }
}
