import type { PolicyStatement } from '../iam/policy-document';

/** Part of a bucket. */
export interface WatchedPrefix {
  readonly bucketArn: string;
  /** Ends in a slash. */
  readonly prefix: string;
}

/** Rights to see which objects have arrived below some prefixes, without reading them: what `S3KeySensor` asks. */
export function arrivalStatements(watched: readonly WatchedPrefix[]): PolicyStatement[] {
  const byBucket = new Map<string, string[]>();
  for (const { bucketArn, prefix } of watched) {
    byBucket.set(bucketArn, [...(byBucket.get(bucketArn) ?? []), `${prefix}*`]);
  }
  return [...byBucket].map(([bucketArn, prefixes], index) => ({
    Sid: `SeeArrivals${index + 1}`,
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: bucketArn,
    Condition: { StringLike: { 's3:prefix': [...new Set(prefixes)] } },
  }));
}
