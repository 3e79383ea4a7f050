import { z } from 'zod';
import type { Path } from '../source/location';
import { type Guidance, guidance } from '../schema/guidance';

/** Takes off `optional`, `default` and `prefault`: what is left says which values are allowed. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (
    current instanceof z.ZodOptional ||
    current instanceof z.ZodDefault ||
    current instanceof z.ZodPrefault
  ) {
    current = current.unwrap() as z.ZodType;
  }
  return current;
}

/** The keys a map of settings has, with their schemas; undefined when the schema is for something else. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  const map = unwrap(schema);
  return map instanceof z.ZodObject ? map.shape : undefined;
}

/** The schema of what a map or list holds under a key or index, if it may hold anything there. */
export function childOf(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  const shape = shapeOf(schema);
  if (shape) return Object.hasOwn(shape, step) ? shape[step] : undefined;
  const container = unwrap(schema);
  if (container instanceof z.ZodArray) return container.element as z.ZodType;
  if (container instanceof z.ZodRecord) return container.valueType as z.ZodType;
  return undefined;
}

/** The schema at a path of a document. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((current, step) => current && childOf(current, step), schema);
}

/**
 * What the author of a field has to say about its values. Elements of lists and tags have no words of
 * their own and take those of the list.
 */
export function guidanceAt(schema: z.ZodType, path: Path): Guidance | undefined {
  let current: z.ZodType | undefined = schema;
  let found = fromLayers(schema, (layer) => guidance.get(layer));
  for (const step of path) {
    if (shapeOf(current)) found = undefined;
    current = childOf(current, step);
    if (!current) return undefined;
    found = fromLayers(current, (layer) => guidance.get(layer)) ?? found;
  }
  return found;
}

/** The description editors show for a schema. */
export function descriptionOf(schema: z.ZodType): string | undefined {
  return fromLayers(schema, (layer) => layer.description);
}

function fromLayers<T>(schema: z.ZodType, read: (layer: z.ZodType) => T | undefined): T | undefined {
  let current = schema;
  for (;;) {
    const found = read(current);
    if (found !== undefined || current === unwrap(current)) return found;
    current = (current as z.ZodOptional<z.ZodType>).unwrap();
  }
}
