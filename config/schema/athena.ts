import { z } from 'zod';
import { ATHENA_ENGINE_VERSIONS, ATHENA_LIMITS } from '../limits/athena';
import { field } from './guidance';

const workGroup = z.strictObject({
  description: field(z.string().max(1024).optional(), 'Who uses the work group and what for.', {
    expected: 'a text of at most 1024 characters',
  }),
  maxScannedBytes: field(
    z.int().min(ATHENA_LIMITS.smallestScanLimitBytes),
    'Bytes one query may scan before Athena cancels it; scanned bytes are what Athena costs.',
    { expected: `a whole number of bytes, at least ${ATHENA_LIMITS.smallestScanLimitBytes}` },
  ).default(100 * 1024 ** 3),
  engineVersion: field(
    z.enum(ATHENA_ENGINE_VERSIONS).default('Athena engine version 3'),
    'Athena engine version; AUTO lets AWS choose.',
  ),
});

/** Athena in a stage. */
export const athenaSchema = z.strictObject({
  workGroups: field(
    z.record(z.string().regex(/^(?!primary$)[A-Za-z0-9._-]{1,128}$/), workGroup).default({}),
    'Work groups by name, one per audience. Each has enforced settings and a prefix of its own for results. primary is AWS’s own and cannot be used.',
    {
      expected: `work groups under names of 1 to ${ATHENA_LIMITS.workGroupNameLength} letters, digits and . _ -, and not primary, which AWS makes itself`,
    },
  ),
});

/** Athena section of a stage, defaults filled in. */
export type AthenaConfig = z.output<typeof athenaSchema>;
