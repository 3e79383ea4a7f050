/**
 * What S3 allows, as data.
 *
 * Sources: "General purpose bucket naming rules"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html), "Naming Amazon S3 objects"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html) and "Transitioning objects using
 * Amazon S3 Lifecycle"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html).
 */
export const S3_LIMITS = {
  bucketNameLength: { min: 3, max: 63 },
  /**
   * Bytes of a bucket policy ("Bucket policies for Amazon S3",
   * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html).
   */
  bucketPolicyBytes: 20 * 1024,
  /** Bytes of a key in UTF-8. */
  keyLength: 1024,
  /** Objects must lie at least so many days in S3 Standard before they may move to Standard-IA. */
  infrequentAccessMinimumDays: 30,
  /** Objects that expire sooner after their move than this are charged for the rest of it. */
  infrequentAccessMinimumStayDays: 30,
  /** Days in a lifecycle rule are a 32-bit number (`Days` of LifecycleExpiration). */
  lifecycleDays: 2_147_483_647,
} as const;

/** How no bucket name may begin. Bucket names here begin with the stage's name. */
export const RESERVED_BUCKET_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-'] as const;

/**
 * Names that a general purpose bucket can have: 3 to 63 lower-case letters, digits, dots and hyphens, beginning
 * and ending with a letter or digit, no two separators with a dot side by side, no IP address, and none of the
 * prefixes and suffixes that AWS keeps for itself.
 *
 * Source: "General purpose bucket naming rules"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
 */
export const BUCKET_NAME =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!\d+\.\d+\.\d+\.\d+$)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!.*(?:\.\.|\.-|-\.))[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
