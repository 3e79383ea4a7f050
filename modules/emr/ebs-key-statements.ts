import type { PolicyStatement } from '../iam/policy-document';

/**
 * Use of a key for encrypted volumes and local disks; the service role and the nodes' role both need it.
 * Nodes call KMS themselves for the disks, so the use cannot be tied to another service.
 *
 * Source: "Create keys and certificates for data encryption with Amazon EMR", EBS encryption
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-encryption-enable.html).
 */
export function ebsKeyStatements(keyArn: string): PolicyStatement[] {
  return [
    {
      Sid: 'EncryptDisks',
      Effect: 'Allow',
      Action: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      Resource: keyArn,
    },
    {
      Sid: 'LetVolumesUseTheKey',
      Effect: 'Allow',
      Action: 'kms:CreateGrant',
      Resource: keyArn,
      // Grants for EC2 to attach a volume, none for anybody else.
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}
