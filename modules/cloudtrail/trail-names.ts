/** Name of the trail, the same in all accounts, which see it and cannot change it. */
export const TRAIL_NAME = 'landing-zone';

/** Alias of the key that encrypts its logs, without `alias/`. */
export const TRAIL_KEY_ALIAS = 'landing-zone-trail';

export const trailArn = (region: string, accountId: string) =>
  `arn:aws:cloudtrail:${region}:${accountId}:trail/${TRAIL_NAME}`;

/** Where the logs are. */
export const trailBucketName = (accountId: string) => `landing-zone-trail-${accountId}`;

/** Where S3 writes down who read them. */
export const trailAccessLogsBucketName = (accountId: string) => `landing-zone-trail-access-logs-${accountId}`;
