import type { z } from 'zod';
import type { Path } from '../source/location';
import { expectedAt } from './expected';
import { descriptionOf, schemaAt, shapeOf } from './walk';

/** What to say about a key that has no default and is not there. */
export function missingKeyText(root: z.ZodType, path: Path): string {
  const schema = schemaAt(root, path);
  const description = schema && descriptionOf(schema);
  const meaning = description ? `: ${asClause(description)}` : '';
  return `missing; add ${String(path.at(-1))}${meaning} (${schema ? content(root, path, schema) : 'a value'})`;
}

function content(root: z.ZodType, path: Path, schema: z.ZodType): string {
  const shape = shapeOf(schema);
  if (!shape) return expectedAt(root, path);
  const required = Object.keys(shape).filter((key) => shape[key]?.safeParse(undefined).success === false);
  return `a map with ${required.join(', ')}`;
}

/** The first sentence of a description, to stand in the middle of a line. */
function asClause(description: string): string {
  const sentence = /^.*?(?=\.(?:\s|$)|$)/.exec(description)?.[0] ?? description;
  return /^[A-Z](?![A-Z0-9])/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
