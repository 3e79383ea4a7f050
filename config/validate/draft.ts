import { z } from 'zod';
import { shapeOf, unwrap } from './walk';

/**
 * Configuration of which only the valid parts are there. Elements of lists keep their places: an invalid
 * one is undefined.
 */
export type Draft<T> = T extends readonly (infer Element)[]
  ? readonly (Draft<Element> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Draft<T[Key]> }
    : T;

/**
 * Keeps what a schema accepts of some data and leaves out the rest, so that rules about several values can
 * run while another one is still wrong.
 *
 * @param fillDefaults whether absent values take their built-in defaults; false when the file could not be
 * read to its end, where an absent value may be anything
 */
export function draftOf<S extends z.ZodType>(
  schema: S,
  data: unknown,
  fillDefaults: boolean,
): Draft<z.output<S>> | undefined {
  return draft(schema, data, fillDefaults) as Draft<z.output<S>> | undefined;
}

function draft(schema: z.ZodType, data: unknown, fillDefaults: boolean): unknown {
  if (data === undefined) return fillDefaults ? accepted(schema, undefined) : undefined;
  const shape = shapeOf(schema);
  if (shape) {
    if (!isMap(data)) return undefined;
    return Object.fromEntries(
      Object.entries(shape).map(([key, child]) => [key, draft(child, data[key], fillDefaults)]),
    );
  }
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) {
    if (!Array.isArray(data)) return undefined;
    return data.map((element) => draft(inner.element as z.ZodType, element, fillDefaults));
  }
  if (inner instanceof z.ZodRecord) {
    if (!isMap(data)) return undefined;
    return Object.fromEntries(
      Object.entries(data).filter(([key, value]) => inner.safeParse({ [key]: value }).success),
    );
  }
  return accepted(schema, data);
}

function accepted(schema: z.ZodType, data: unknown): unknown {
  const result = schema.safeParse(data);
  return result.success ? result.data : undefined;
}

function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
