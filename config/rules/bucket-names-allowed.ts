import { RESERVED_BUCKET_PREFIXES } from '../limits/s3';
import type { Rule } from './rule';

/** No bucket, whose name begins with the stage's, has a name that S3 keeps for itself. */
export const bucketNamesAllowed: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { stage: name } = stage.config;
    // A hyphen follows the stage's name, and may be the last letter of what is reserved.
    const reserved = RESERVED_BUCKET_PREFIXES.find((prefix) => `${name}-`.startsWith(prefix));
    if (name === undefined || reserved === undefined) return [];
    const text = `bucket names begin with the stage's, and S3 reserves those that begin with ${reserved}; call the stage and its file otherwise`;
    return [stage.problem(text, ['stage'])];
  });
