import { z } from 'zod';
import type { Problem } from '../problem';
import { formatPath, type Path } from '../source/location';
import { keyLocation, type MapTree, nearestLocation, plain, treeAt } from '../source/tree';
import { expectedAt, fixAt } from './expected';
import { quote } from '../quote';
import { describeFound } from './found';
import { guidanceAt, schemaAt, unwrap } from './walk';
import { missingKeyText } from './missing-key';
import { type OtherFile, unknownKeyText } from './unknown-key';

/** A problem the schema found. */
export interface SchemaProblem extends Problem {
  readonly keys: Path;
  /** True when a required key is not there. */
  readonly isMissing: boolean;
}

/** What a schema makes of a tree. */
export interface Verdict<T> {
  /** The data with built-in defaults, when nothing is wrong. */
  readonly value: T | undefined;
  readonly problems: readonly SchemaProblem[];
}

/** Checks a tree and words every refusal: one problem per value, however many rules it breaks. */
export function checkAgainst<S extends z.ZodType>(
  schema: S,
  tree: MapTree,
  others: readonly OtherFile[],
): Verdict<z.output<S>> {
  const result = schema.safeParse(plain(tree));
  if (result.success) return { value: result.data, problems: [] };
  const byPath = new Map<string, SchemaProblem>();
  for (const issue of result.error.issues) {
    for (const problem of problemsOf(issue, schema, tree, others)) {
      if (!byPath.has(problem.path)) byPath.set(problem.path, problem);
    }
  }
  return { value: undefined, problems: [...byPath.values()] };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  tree: MapTree,
  others: readonly OtherFile[],
): SchemaProblem[] {
  const keys = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...keys, key];
      const at = keyLocation(tree, path) ?? tree.at;
      const text = unknownKeyText(schema, path, others);
      return { at, path: formatPath(path), text, keys: path, isMissing: false };
    });
  }
  const base = { path: formatPath(keys), keys, isMissing: false };
  const found = treeAt(tree, keys);
  if (!found) {
    const at = nearestLocation(tree, keys.slice(0, -1));
    return [{ ...base, at, text: missingKeyText(schema, keys), isMissing: true }];
  }
  if (issue.code === 'invalid_key') {
    const text = refusalOfKey(schema, keys);
    return [{ ...base, at: keyLocation(tree, keys) ?? found.at, text }];
  }
  return [{ ...base, at: found.at, text: refusal(issue, schema, keys, found) }];
}

function refusalOfKey(schema: z.ZodType, keys: Path): string {
  const [key, map] = [String(keys.at(-1)), keys.slice(0, -1)];
  const expected = guidanceAt(schema, map)?.keys ?? expectedAt(schema, keys);
  const close = closeKey(schema, map, key);
  return `expected ${expected}, found the key ${quote(key)}${close === undefined ? '' : `; write ${close}`}`;
}

/** The same name in lower case and with other marks between its words, if it may be that. */
function closeKey(schema: z.ZodType, map: Path, key: string): string | undefined {
  const record = schemaAt(schema, map);
  const allowed = record && unwrap(record);
  if (!(allowed instanceof z.ZodRecord)) return undefined;
  return ['-', '_']
    .map((mark) => key.toLowerCase().replace(/[\s_.-]+/g, mark))
    .find((close) => (allowed.keyType as z.ZodType).safeParse(close).success);
}

function refusal(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  keys: Path,
  found: NonNullable<ReturnType<typeof treeAt>>,
): string {
  const reason = issue.code === 'custom' ? ` (${issue.message})` : '';
  const fix = fixAt(schema, keys, found);
  return (
    `expected ${expectedAt(schema, keys)}, found ${describeFound(found, isOtherKind(issue, found))}${reason}` +
    (fix ? `; ${fix}` : '')
  );
}

/** Whether the value is of another kind than any the field takes, such as text for a number. */
function isOtherKind(issue: z.core.$ZodIssue, found: NonNullable<ReturnType<typeof treeAt>>): boolean {
  if (issue.code === 'invalid_type') return true;
  if (issue.code !== 'invalid_value' || found.kind !== 'scalar') return false;
  return !issue.values.some((value) => typeof value === typeof found.value);
}
