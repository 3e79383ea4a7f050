import { AccessanalyzerAnalyzer } from '@cdktf/provider-aws/lib/accessanalyzer-analyzer';
import { EbsDefaultKmsKey } from '@cdktf/provider-aws/lib/ebs-default-kms-key';
import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { Ec2InstanceMetadataDefaults } from '@cdktf/provider-aws/lib/ec2-instance-metadata-defaults';
import { EmrBlockPublicAccessConfiguration } from '@cdktf/provider-aws/lib/emr-block-public-access-configuration';
import { IamAccountPasswordPolicy } from '@cdktf/provider-aws/lib/iam-account-password-policy';
import { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface AccountBaselineProps {
  readonly provider: TerraformProvider;
  /**
   * Key that encrypts EBS volumes for which nobody names one. Whoever starts instances needs
   * `kms:CreateGrant`, `kms:Decrypt`, `kms:DescribeKey`, `kms:GenerateDataKeyWithoutPlaintext` and
   * `kms:ReEncrypt*` on it by IAM, service roles such as EMR's included ("How Amazon EBS encryption works",
   * https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html).
   */
  readonly ebsKmsKeyArn: string;
}

/**
 * Settings of an account and of its region as a whole. Each exists once and overwrites what was there: this
 * construct is the only owner of all of them, and an account has one of it.
 */
export class AccountBaseline extends Construct {
  constructor(scope: Construct, id: string, props: AccountBaselineProps) {
    super(scope, id);
    const { provider } = props;
    this.encryptVolumes(props);
    this.requireSessionTokensForMetadata(provider);
    this.blockPublicAccess(provider);
    this.hardenPasswords(provider);
    new AccessanalyzerAnalyzer(this, 'access-analyzer', {
      provider,
      // One analyzer of the type per account and region: the name needs nothing to tell it from others.
      analyzerName: 'account',
      type: 'ACCOUNT',
      tags: { Name: 'account' },
    });
  }

  private encryptVolumes({ provider, ebsKmsKeyArn }: AccountBaselineProps): void {
    const key = new EbsDefaultKmsKey(this, 'ebs-default-key', { provider, keyArn: ebsKmsKeyArn });
    new EbsEncryptionByDefault(this, 'ebs-encryption', {
      provider,
      enabled: true,
      // First the key: a volume made in between would be encrypted with AWS's own, for good.
      dependsOn: [key],
    });
  }

  /**
   * IMDSv2 for every instance that does not ask for something else. One hop: the answer reaches the instance
   * and no container on it ("Configure the instance metadata options",
   * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html).
   */
  private requireSessionTokensForMetadata(provider: TerraformProvider): void {
    new Ec2InstanceMetadataDefaults(this, 'instance-metadata', {
      provider,
      httpTokens: 'required',
      httpPutResponseHopLimit: 1,
    });
  }

  private blockPublicAccess(provider: TerraformProvider): void {
    new S3AccountPublicAccessBlock(this, 's3-public-access-block', {
      provider,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    // No range is excepted. AWS's default excepts port 22 ("Using Amazon EMR block public access",
    // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html).
    new EmrBlockPublicAccessConfiguration(this, 'emr-public-access-block', {
      provider,
      blockPublicSecurityGroupRules: true,
    });
  }

  /**
   * CIS AWS Foundations Benchmark: at least 14 characters (1.7), the last 24 not again (1.8). Character
   * classes and 90 days come from its predecessors and from Security Hub's IAM.7
   * (https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html). People have no passwords
   * here, they come through Identity Center; the policy is for the user somebody makes all the same.
   */
  private hardenPasswords(provider: TerraformProvider): void {
    new IamAccountPasswordPolicy(this, 'password-policy', {
      provider,
      minimumPasswordLength: 14,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      // Expired passwords can be changed at sign-in: nobody is locked out until an administrator has time.
      hardExpiry: false,
    });
  }
}
