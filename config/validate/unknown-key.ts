import type { z } from 'zod';
import { formatPath, type Path } from '../source/location';
import { quote } from '../quote';
import { nearest } from './nearest';
import { schemaAt, shapeOf } from './walk';

/** The other kinds of file a key may have been meant for. */
export interface OtherFile {
  /** Such as `organization.yaml`, or `a stage's file`. */
  readonly name: string;
  readonly schema: z.ZodType;
}

/** What to say about a key that its map does not have. */
export function unknownKeyText(root: z.ZodType, path: Path, others: readonly OtherFile[]): string {
  const key = String(path.at(-1));
  const parent = schemaAt(root, path.slice(0, -1));
  const siblings = Object.keys((parent && shapeOf(parent)) ?? {});
  return `unknown key ${quote(key)}; ${suggestion(root, path, siblings, others)}`;
}

/** Tries what a person may have meant, the surest guess first. */
function suggestion(
  root: z.ZodType,
  path: Path,
  siblings: readonly string[],
  others: readonly OtherFile[],
): string {
  const key = String(path.at(-1));
  if (key === '<<') return 'merge keys are not read; put what stages share in defaults.yaml';

  const sameWord = nearest(key, siblings, 0);
  if (sameWord) return `write ${sameWord}`;
  const wrongFile = others.find((other) => schemaAt(other.schema, path));
  if (wrongFile) return `it belongs in ${wrongFile.name}`;
  const spelling = nearest(key, siblings, 1);
  if (spelling) return `write ${spelling}`;
  const elsewhere = pathOfKey(root, key);
  if (elsewhere) return `it belongs at ${elsewhere}`;
  const close = nearest(key, siblings);
  return close ? `write ${close}` : `the keys here are ${siblings.join(', ')}`;
}

/** Where a schema has a key of that name, nearest to the top. */
function pathOfKey(root: z.ZodType, key: string): string | undefined {
  let level: { schema: z.ZodType; path: Path }[] = [{ schema: root, path: [] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { schema, path } of level) {
      const shape = shapeOf(schema) ?? {};
      if (Object.hasOwn(shape, key)) return formatPath([...path, key]);
      for (const [name, child] of Object.entries(shape)) {
        next.push({ schema: child, path: [...path, name] });
      }
    }
    level = next;
  }
  return undefined;
}
