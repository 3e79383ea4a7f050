import {
  type ServiceControlPolicy,
  type ServiceControlStatement,
  unlessDeploying,
} from './service-control-policy';

/** Instances of these engines have the storage of their cluster: that it is encrypted is asked for there, and not again. */
const ENGINES_OF_CLUSTERS = ['aurora*', 'docdb', 'neptune'] as const;

/**
 * Volumes, file systems and databases are made encrypted, nobody switches encryption off, does away with a key, which
 * does away with the data, or talks to S3 without TLS. Deployments switch on that EC2 encrypts volumes by default, in
 * the region of the stage; a volume that it encrypts so passes, as do the disks of EMR, which its security configuration
 * encrypts. The default is a setting of each region: in any other, encryption has to be asked for.
 *
 * Left alone is what was there before, with its copies, and databases restored from snapshots, which are as encrypted as
 * these. No policy binds service-linked roles, by which Auto Scaling starts machines: there only the default encrypts.
 * Which key encrypts is not looked at, nor are stores of other services.
 *
 * Sources: "Amazon EBS encryption by default"
 * (https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html), `ec2:Encrypted` and
 * `rds:StorageEncrypted` (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html), `elasticfilesystem:Encrypted`
 * (https://docs.aws.amazon.com/efs/latest/ug/using-iam-to-enforce-encryption-at-rest.html), "Deleting AWS KMS keys"
 * (https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html).
 */
export const requireEncryption: ServiceControlPolicy = {
  name: 'require-encryption',
  description: 'Volumes, file systems and databases are encrypted, S3 speaks TLS, and it stays so',
  statements: (props): readonly ServiceControlStatement[] => [
    {
      Sid: 'KeepEncryption',
      Effect: 'Deny',
      Action: [
        'ec2:DisableEbsEncryptionByDefault',
        'ec2:ModifyEbsDefaultKmsKeyId',
        'ec2:ResetEbsDefaultKmsKeyId',
        'glue:PutDataCatalogEncryptionSettings',
        'kms:DisableKey',
        'kms:DisableKeyRotation',
        'kms:ScheduleKeyDeletion',
      ],
      // Settings of an account have no resources, and the keys are all of the account's.
      Resource: '*',
      Condition: unlessDeploying(props),
    },
    {
      Sid: 'DenyUnencryptedVolumes',
      Effect: 'Deny',
      Action: ['ec2:CreateVolume', 'ec2:ImportVolume', 'ec2:RunInstances'],
      // A volume has no name before it is made. Volumes alone: snapshots have the condition key too, and from an
      // unencrypted one, as in most public images, an encrypted volume can be made.
      Resource: 'arn:aws:ec2:*:*:volume/*',
      Condition: { Bool: { 'ec2:Encrypted': 'false' } },
    },
    {
      Sid: 'DenyUnencryptedFileSystems',
      Effect: 'Deny',
      Action: 'elasticfilesystem:CreateFileSystem',
      // A file system has no name before it is made.
      Resource: '*',
      Condition: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
    },
    {
      Sid: 'DenyUnencryptedDatabases',
      Effect: 'Deny',
      Action: ['rds:CreateDBInstance', 'rds:RestoreDBInstanceFromS3'],
      // Whatever they are called.
      Resource: '*',
      Condition: {
        Bool: { 'rds:StorageEncrypted': 'false' },
        StringNotLike: { 'rds:DatabaseEngine': ENGINES_OF_CLUSTERS },
      },
    },
    {
      Sid: 'DenyUnencryptedDatabaseClusters',
      Effect: 'Deny',
      Action: ['rds:CreateDBCluster', 'rds:RestoreDBClusterFromS3'],
      // Whatever they are called.
      Resource: '*',
      Condition: { Bool: { 'rds:StorageEncrypted': 'false' } },
    },
    {
      Sid: 'DenyPlainHttp',
      Effect: 'Deny',
      // All of S3, as "Enforce encryption of data in transit" in its security best practices asks for.
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};
