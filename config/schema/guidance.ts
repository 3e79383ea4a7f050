import { z } from 'zod';

/**
 * What to tell a person whose value a field refuses. Both texts continue a sentence: "expected ‹expected›,
 * found …; ‹fix›".
 */
export interface Guidance {
  /**
   * What the field takes, such as `12 digits in quotes`.
   *
   * @default - read off the schema
   */
  readonly expected?: string;
  /**
   * In a map with keys of the user's choice, what keys must be, such as `a name of letters`.
   *
   * @default - `expected` says it
   */
  readonly keys?: string;
  /** What to do, such as `put the number in quotes: YAML drops leading zeros`. */
  readonly fix?: string;
}

/**
 * Guidance by schema, beside zod's own metadata so that it does not end up in the JSON Schema. Found by
 * walking the schema along the path of a problem.
 */
export const guidance = z.registry<Guidance>();

/** Attaches guidance and the description that editors show. */
export function field<T extends z.ZodType>(schema: T, description: string, advice?: Guidance): T {
  const described = schema.describe(description);
  if (advice) guidance.add(described, advice);
  return described;
}
