import type { ClusterSoftware } from './cluster-software';

/** What all clusters of a platform have in common. */
export interface ClusterBase extends ClusterSoftware {
  /** Prefix of names and value of the platform's tag. */
  readonly platform: string;
  readonly serviceRoleArn: string;
  readonly instanceProfileName: string;
  readonly securityConfigurationName: string;
  readonly subnetId: string;
  readonly primarySecurityGroupId: string;
  readonly coreSecurityGroupId: string;
  readonly serviceAccessSecurityGroupId: string;
  /** Such as `s3://bucket/emr-logs/`. */
  readonly logUri: string;
  /**
   * Key of the logs. Whoever writes them needs `kms:GenerateDataKey` on it, and `kms:Decrypt` for uploads in parts:
   * nodes and the service have both where it is the key of their disks ("Using server-side encryption with AWS
   * KMS keys", https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html).
   */
  readonly logKeyArn: string;
}

/** How nodes leave: after their work is done. `ScaleDownBehavior` of RunJobFlow. */
export const SCALE_DOWN_BEHAVIOR = 'TERMINATE_AT_TASK_COMPLETION';

/** Volume type of nodes: gp3 has a fixed base throughput whatever its size. */
export const VOLUME_TYPE = 'gp3';
