type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Whether an event matches a pattern of EventBridge, for what patterns here are made of: lists of exact values, nested
 * fields, and `$or`. Anything else fails, so that no pattern is taken for one that never matches.
 *
 * Source: "Comparison operators for use in event patterns in Amazon EventBridge"
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
 */
export function matchesPattern(event: Json | undefined, pattern: Json): boolean {
  if (Array.isArray(pattern)) {
    if (!pattern.every((value) => typeof value === 'string'))
      throw new Error(`only exact texts are understood here, not ${JSON.stringify(pattern)}`);
    return typeof event === 'string' && pattern.includes(event);
  }
  if (typeof pattern !== 'object' || pattern === null)
    throw new Error(`a pattern has lists of values, not ${JSON.stringify(pattern)}`);
  return Object.entries(pattern as Record<string, Json>).every(([key, part]) =>
    key === '$or'
      ? (part as readonly Json[]).some((alternative) => matchesPattern(event, alternative))
      : matchesPattern((event as Record<string, Json> | null | undefined)?.[key], part),
  );
}
