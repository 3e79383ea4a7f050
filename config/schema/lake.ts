import { z } from 'zod';
import { S3_LIMITS } from '../limits/s3';
import { named } from './fields';
import { field } from './guidance';

/** Zones of the lake that tables, step roles and work groups speak of. */
export const LAKE_ZONES = ['raw', 'curated'] as const;

/** Part of the lake: `raw` as it arrived, `curated` as it is used. */
export type LakeZone = (typeof LAKE_ZONES)[number];

/**
 * A prefix inside a bucket: `events/orders/`. Always ends in a slash, so that `a/` never covers `ab/`, and has
 * no `*`, which in a policy would cover everything. Half of a key's length is left for what is below it.
 */
export const lakePrefix = (description: string) =>
  field(
    z
      .string()
      .regex(/^(?:(?!\.{1,2}\/)[A-Za-z0-9_.=-]+\/)+$/)
      .max(S3_LIMITS.keyLength / 2),
    description,
    {
      expected:
        'a prefix such as events/orders/: letters, digits and _ . = -, a slash at its end and none at its beginning',
    },
  );

/** Parts of the lake: prefixes, each in a zone. */
export const lakePlaces = (description: string) =>
  field(
    z
      .array(
        z.strictObject({
          zone: field(z.enum(LAKE_ZONES), 'Zone of the lake.'),
          prefix: lakePrefix('Prefix in the zone’s bucket.'),
        }),
      )
      .default([]),
    description,
  );

const days = (description: string, minimum = 1) =>
  field(z.int().min(minimum).max(S3_LIMITS.lifecycleDays), description, {
    expected: `a whole number of days, at least ${minimum}`,
  });

/** What is said of every bucket alike. */
const retention = (defaults: { noncurrentDays: number }) =>
  z.strictObject({
    infrequentAccessAfterDays: days(
      `Days after which objects move to S3 Standard-IA, at least ${S3_LIMITS.infrequentAccessMinimumDays}. Left out, they stay in S3 Standard.`,
      S3_LIMITS.infrequentAccessMinimumDays,
    ).optional(),
    noncurrentDays: days('Days for which overwritten and deleted versions are kept.').default(
      defaults.noncurrentDays,
    ),
    incompleteUploadDays: days('Days after which an upload that was never finished is removed.').default(7),
  });

const lifecycle = (defaults: { noncurrentDays: number; expireAfterDays?: number }) =>
  retention(defaults).extend({
    expireAfterDays:
      defaults.expireAfterDays === undefined
        ? days('Days after which objects are deleted. Left out, they are kept.').optional()
        : days('Days after which objects are deleted.').default(defaults.expireAfterDays),
  });

/** Only logs expire: a cluster whose certificate or code is gone cannot start. */
const artifacts = retention({ noncurrentDays: 90 }).extend({
  expireLogsAfterDays: days(
    'Days after which logs of EMR clusters, and nothing else in this bucket, are deleted. Code and certificates are kept.',
  ).default(90),
});

const producer = z.strictObject({
  principals: field(
    z.array(z.string().regex(/^arn:aws:iam::\d{12}:(?:root|(?:role|user)\/[\w+=,.@/-]{1,512})$/)).min(1),
    'ARNs of the roles, or of whole accounts, that write: Kafka Connect, MSK Connect, Firehose. They must exist before the stage is deployed: AWS refuses policies that name others.',
    { expected: 'ARNs such as arn:aws:iam::123456789012:role/kafka-connect' },
  ),
  prefix: lakePrefix('Prefix in raw below which this producer may write, and nothing else.'),
});

/** The buckets of a stage. */
export const lakeSchema = z.strictObject({
  raw: lifecycle({ noncurrentDays: 30 }).prefault({}).describe('Data as it arrived.'),
  curated: lifecycle({ noncurrentDays: 30 }).prefault({}).describe('Data as it is used.'),
  queryResults: lifecycle({ noncurrentDays: 7, expireAfterDays: 30 })
    .prefault({})
    .describe('Results of Athena queries.'),
  artifacts: artifacts
    .prefault({})
    .describe('Code of jobs, certificates of EMR clusters, and their logs, of which only the logs expire.'),
  accessLogs: lifecycle({ noncurrentDays: 7, expireAfterDays: 365 })
    .prefault({})
    .describe('S3 server access logs of the other buckets.'),
  producers: named(producer, 'Who delivers events into raw, by name, each below its own prefix.'),
});

/** Lake section of a stage, defaults filled in. */
export type LakeConfig = z.output<typeof lakeSchema>;
