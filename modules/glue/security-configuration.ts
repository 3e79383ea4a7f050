import { GlueSecurityConfiguration } from '@cdktf/provider-aws/lib/glue-security-configuration';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface SecurityConfigurationProps {
  readonly provider: TerraformProvider;
  /** Unique in account and region. A security configuration cannot be changed, only replaced. */
  readonly name: string;
  /** Key for what jobs write to S3 and for their bookmarks. */
  readonly dataKmsKeyArn: string;
  /** Key for log groups; its policy must admit CloudWatch Logs. */
  readonly logsKmsKeyArn: string;
}

/**
 * Encryption of what Glue crawlers and jobs write: S3, CloudWatch Logs, job bookmarks.
 *
 * Source: "Encrypting data written by AWS Glue"
 * (https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html).
 */
export class SecurityConfiguration extends Construct {
  readonly name: string;
  /** Key that log groups of what uses the configuration are encrypted with. */
  readonly logsKmsKeyArn: string;

  constructor(scope: Construct, id: string, props: SecurityConfigurationProps) {
    super(scope, id);
    this.logsKmsKeyArn = props.logsKmsKeyArn;
    this.name = new GlueSecurityConfiguration(this, 'configuration', {
      provider: props.provider,
      name: props.name,
      encryptionConfiguration: {
        s3Encryption: { s3EncryptionMode: 'SSE-KMS', kmsKeyArn: props.dataKmsKeyArn },
        cloudwatchEncryption: { cloudwatchEncryptionMode: 'SSE-KMS', kmsKeyArn: props.logsKmsKeyArn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn: props.dataKmsKeyArn },
      },
    }).name;
  }
}
