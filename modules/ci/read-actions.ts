/** What Terraform reads of a key to plan it. */
export const KEY_READS = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListAliases',
  'kms:ListResourceTags',
] as const;

/** What Terraform reads of a bucket to plan it, and nothing of what is in it but names. */
export const BUCKET_READS = [
  's3:GetAccelerateConfiguration',
  's3:GetAccountPublicAccessBlock',
  's3:GetBucket*',
  's3:GetEncryptionConfiguration',
  's3:GetLifecycleConfiguration',
  's3:GetReplicationConfiguration',
  // Names of objects; it is also what asking for a bucket takes (HeadBucket).
  's3:ListBucket',
] as const;
