import { z } from 'zod';
import { TAG_LIMITS } from '../limits/tags';
import { field } from './guidance';

/** As in `tags` of fields.ts: what AWS takes in keys and values of tags. */
const keyPattern = /^(?![aA][wW][sS]:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags that every stage has. */
export const tagStandardSchema = z.strictObject({
  keys: field(
    z.record(
      z.string().min(1).max(TAG_LIMITS.keyLength).regex(keyPattern),
      z.array(z.string().max(TAG_LIMITS.valueLength).regex(keyPattern)),
    ),
    'Tags that every stage must have, in its own file, in defaults.yaml or here under tags, with the values they may take; an empty list means any.',
    { expected: 'lists of values by tag key, such as CostCenter: ["4711", "4712"]' },
  ).default({}),
  units: field(
    z.array(z.string()),
    'Units, or root, to whose accounts AWS applies the same as a tag policy: it reports what is spelt otherwise.',
  ).default([]),
});
