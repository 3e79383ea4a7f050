import { LineCounter, parseDocument } from 'yaml';
import { type Problem } from '../problem';
import { readableTree } from './readable-tree';
import { syntaxProblems } from './syntax-problems';
import type { MapTree } from './tree';

/** One file as far as it could be read. */
export interface YamlFile {
  /** Path relative to the folder that holds `environments/`. */
  readonly file: string;
  /** The readable part, absent when there is none. */
  readonly tree: MapTree | undefined;
  /** False when a syntax error hides part of the file: then nothing may be called missing. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML 1.2 without its conveniences: no merge keys, aliases, tags or second documents. Each value
 * stands where it is used, which is what lets every message name one place.
 *
 * A syntax error hides only what comes after its line: the lines before it are read and checked, so that
 * one run tells as much as can be known.
 *
 * @param mayBeEmpty whether a file without any content is right
 */
export function readYaml(file: string, text: string, mayBeEmpty = false): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error', // silent would also hide a second document
    uniqueKeys: false, // found while walking, where the key's path is known
    stringKeys: true,
  });
  const syntax = syntaxProblems(file, text, document, lines);
  const { tree, problems } = readableTree(file, document.contents, lines, syntax.firstLine);
  const all = [...syntax.problems, ...problems];
  const complete = syntax.problems.length === 0;
  if (tree?.kind === 'map') return { file, tree, complete, problems: all };
  if (!tree && complete && mayBeEmpty) return { file, tree: emptyMap(file), complete, problems: all };
  if (!complete) return { file, tree: undefined, complete, problems: all };
  return { file, tree: undefined, complete: false, problems: [...all, notAMap(file, tree !== undefined)] };
}

function emptyMap(file: string): MapTree {
  return { kind: 'map', at: { file, line: 1, column: 1 }, entries: new Map() };
}

function notAMap(file: string, hasContent: boolean): Problem {
  const text = hasContent
    ? 'expected keys and values, such as `region: eu-west-1`, at the top of the file; see the files beside it'
    : 'the file is empty; fill it in like the files beside it, or delete it';
  return { at: { file, line: 1, column: 1 }, path: '', text };
}
