import { stringify } from 'yaml';
import type { Path } from '../config/source/location';
import { type MapTree, treeAt } from '../config/source/tree';

/** A line of YAML and where its value comes from, if it holds one. */
interface Line {
  readonly text: string;
  readonly source?: string;
}

/**
 * Prints data as YAML in which each value is followed by the line it comes from, or by `built in`.
 *
 * @param tree the places of the values
 */
export function sourcedYaml(data: unknown, tree: MapTree): string {
  const lines = linesOf(data, tree, [], '');
  const width = Math.max(...lines.map((line) => (line.source ? line.text.length : 0)));
  return lines.map(({ text, source }) => (source ? `${text.padEnd(width)}  # ${source}` : text)).join('\n');
}

function linesOf(data: unknown, tree: MapTree, path: Path, indent: string): Line[] {
  const children: [string | number, unknown][] = Array.isArray(data)
    ? data.map((element: unknown, index) => [index, element])
    : Object.entries(data as object).filter(([, value]) => value !== undefined);
  return children.flatMap(([step, value]): Line[] => {
    const at = [...path, step];
    const label = typeof step === 'number' ? '-' : `${inline(step)}:`;
    if (isEmptyOrSingle(value)) {
      return [{ text: `${indent}${label} ${inline(value)}`, source: sourceOf(tree, at) }];
    }
    return [{ text: `${indent}${label}` }, ...linesOf(value, tree, at, `${indent}  `)];
  });
}

function isEmptyOrSingle(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

/** A value on one line, with quotes only where YAML needs them. */
function inline(value: unknown): string {
  const isMultiline = typeof value === 'string' && value.includes('\n');
  if (isMultiline) return JSON.stringify(value);
  return stringify(value, { singleQuote: true, lineWidth: 0 }).trimEnd();
}

function sourceOf(tree: MapTree, path: Path): string {
  const at = treeAt(tree, path)?.at;
  return at ? `${at.file}:${at.line ?? 1}` : 'built in';
}
