import { S3_LIMITS } from '../limits/s3';
import { rawBucketPolicyLength } from './policy-lengths';
import type { Rule } from './rule';

/**
 * The policy of the raw bucket, with a statement for each producer, is no longer than S3 takes. The key's policy
 * names the same principals and little else, and KMS takes more.
 */
export const producersWithinLimits: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const { stage: name, lake } = stage.config;
    if (name === undefined) return [];
    const known = Object.entries(lake?.producers ?? {}).map(([producer, value]) => ({
      name: producer,
      prefix: value?.prefix ?? '',
      principals: (value?.principals ?? []).flatMap((principal) => principal ?? []),
    }));
    const length = rawBucketPolicyLength(name, known);
    if (length <= S3_LIMITS.bucketPolicyBytes) return [];
    const text = `expected producers whose rights fit into one bucket policy of ${S3_LIMITS.bucketPolicyBytes} bytes, found ${known.length} producers that need about ${length}; name an account instead of each of its roles, or let producers of one team share a prefix`;
    return [stage.problem(text, ['lake', 'producers'])];
  });
