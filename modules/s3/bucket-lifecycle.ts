/** How long a bucket keeps what. */
export interface BucketLifecycle {
  /**
   * Days after which objects move to S3 Standard-IA, at least 30.
   *
   * @default - they stay in S3 Standard
   */
  readonly infrequentAccessAfterDays?: number;
  /**
   * Days after which objects are deleted.
   *
   * @default - they are kept
   */
  readonly expireAfterDays?: number;
  /**
   * Prefix, ending in a slash, below which alone objects are deleted after `expireAfterDays`. All else in this
   * interface is about the whole bucket.
   *
   * @default - the whole bucket
   */
  readonly expirePrefix?: string;
  /** Days for which overwritten and deleted versions are kept. */
  readonly noncurrentDays: number;
  /** Days after which an upload that was never finished is removed. */
  readonly incompleteUploadDays: number;
}
