import {
  type ServiceControlPolicy,
  type ServiceControlStatement,
  unlessDeploying,
} from './service-control-policy';

/**
 * Everything of the platform is encrypted with keys of its own. Deployments switch that on for volumes and for the
 * data catalog, after which nothing unencrypted can come to be there; what remains is that nobody switches it off,
 * does away with a key, which does away with the data, makes a file system without, or talks to S3 without TLS.
 *
 * Sources: "Amazon EBS encryption by default"
 * (https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html), `elasticfilesystem:Encrypted`
 * (https://docs.aws.amazon.com/efs/latest/ug/using-iam-to-enforce-encryption-at-rest.html), "Deleting AWS KMS keys"
 * (https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html).
 */
export const requireEncryption: ServiceControlPolicy = {
  name: 'require-encryption',
  description: 'Encryption stays on, at rest and in transit',
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
      Sid: 'DenyUnencryptedFileSystems',
      Effect: 'Deny',
      Action: 'elasticfilesystem:CreateFileSystem',
      // A file system has no name before it is made.
      Resource: '*',
      Condition: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
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
