import { z } from 'zod';
import type { Path } from '../source/location';
import type { Tree } from '../source/tree';
import { nearest } from './nearest';
import { guidanceAt, schemaAt, unwrap } from './walk';

/** What a field takes, in the words of its author or, without any, read off its schema. */
export function expectedAt(root: z.ZodType, path: Path): string {
  const schema = schemaAt(root, path);
  const own = schema && unwrap(schema);
  const advice = guidanceAt(root, path)?.expected;
  if (own instanceof z.ZodArray) return advice ? `a list: ${advice}` : 'a list';
  return advice ?? (own ? expectedOf(own) : 'no value');
}

function expectedOf(schema: z.ZodType): string {
  const choices = choicesOf(schema);
  if (choices) return choices.length === 1 ? String(choices[0]) : `one of ${choices.join(', ')}`;
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodNumber) return 'a number';
  if (schema instanceof z.ZodObject) return `a map of settings (${Object.keys(schema.shape).join(', ')})`;
  if (schema instanceof z.ZodRecord) return 'a map';
  return 'text';
}

/** The values a schema lists one by one. */
function choicesOf(schema: z.ZodType | undefined): readonly unknown[] | undefined {
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  return undefined;
}

/** What to write instead of a value the schema refuses, as far as that can be guessed. */
export function fixAt(root: z.ZodType, path: Path, found: Tree): string | undefined {
  if (found.kind !== 'scalar') return undefined;
  const own = schemaAt(root, path);
  if (found.value === null) {
    const isRequired = own?.safeParse(undefined).success === false;
    return isRequired ? 'give it a value' : 'give it a value or remove the line';
  }
  const schema = own && unwrap(own);
  const advice = adviceFor(found.value, guidanceAt(root, path)?.fix);
  if (schema instanceof z.ZodArray)
    return /^[\w./-]+$/.test(found.source) ? `write [${found.source}]` : undefined;
  return guess(schema, found, advice !== undefined) ?? advice;
}

/** What the field's author advises. Quotes are no news where the value has been read as text. */
function adviceFor(value: unknown, fix: string | undefined): string | undefined {
  return typeof value === 'string' && fix !== undefined && /\bquotes\b/.test(fix) ? undefined : fix;
}

function guess(
  schema: z.ZodType | undefined,
  found: Extract<Tree, { kind: 'scalar' }>,
  hasAdvice: boolean,
): string | undefined {
  const { value } = found;
  const choices = choicesOf(schema);
  if (choices) return guessChoice(choices, value, hasAdvice);
  if (schema instanceof z.ZodBoolean && typeof value === 'string') {
    if (/^(?:true|yes|on|y)$/i.test(value)) return 'write true without quotes';
    if (/^(?:false|no|off|n)$/i.test(value)) return 'write false without quotes';
  }
  if (schema instanceof z.ZodString && typeof value !== 'string') {
    if (schema.safeParse(found.source).success) return `write '${found.source}', in quotes`;
    return hasAdvice ? undefined : 'put it in quotes';
  }
  return undefined;
}

function guessChoice(choices: readonly unknown[], value: unknown, hasAdvice: boolean): string | undefined {
  const texts = choices.filter((choice) => typeof choice === 'string');
  if (texts.length > 0) {
    const close = nearest(String(value), texts, hasAdvice ? 1 : 2);
    return close && `write ${close}`;
  }
  const numbers = choices.filter((choice) => typeof choice === 'number');
  if (typeof value === 'number') {
    const enough = numbers.find((choice) => choice >= value) ?? numbers.at(-1);
    return enough === undefined ? undefined : `write ${enough}`;
  }
  if (typeof value === 'string') {
    return numbers.some((choice) => String(choice) === value.trim())
      ? `write ${value.trim()} without quotes`
      : `write a number, such as ${numbers[0]}`;
  }
  return undefined;
}
