/**
 * What AWS allows in tags of most services.
 *
 * Source: "Tag naming limits and requirements"
 * (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).
 */
export const TAG_LIMITS = {
  keyLength: 128,
  valueLength: 256,
  /** Prefix that AWS keeps for itself, in any mix of case. */
  reservedPrefix: 'aws:',
} as const;
