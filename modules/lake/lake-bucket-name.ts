/** The buckets of a lake by what they are for, with the part of the name that says so. */
export const LAKE_BUCKETS = {
  raw: 'raw',
  curated: 'curated',
  queryResults: 'query-results',
  artifacts: 'artifacts',
  accessLogs: 'access-logs',
} as const;

/** What a bucket of the lake is for. */
export type LakePurpose = keyof typeof LAKE_BUCKETS;

/**
 * Name of a bucket, the same every time, so that producers can be told and policies written before it is
 * there. The account id makes it unique in all of AWS.
 *
 * @param lakeName prefix, of at most 36 characters; the longest purpose then ends at S3's 63
 * ("General purpose bucket naming rules",
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html)
 */
export function lakeBucketName(lakeName: string, purpose: LakePurpose, accountId: string): string {
  return `${lakeName}-${LAKE_BUCKETS[purpose]}-${accountId}`;
}
