import { EmrSecurityConfiguration as SecurityConfigurationResource } from '@cdktf/provider-aws/lib/emr-security-configuration';
import { Fn, TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface EmrSecurityConfigurationProps {
  readonly provider: TerraformProvider;
  /** A hash of the content is appended. */
  readonly name: string;
  /** Key of data in S3, of disks and of volumes. */
  readonly dataKeyArn: string;
  /**
   * Zip in S3 with privateKey.pem, certificateChain.pem and trustedCertificates.pem. EMR reads it when a cluster starts.
   * Not a reference to the object or its bucket: what a security configuration waits for is made before it is destroyed,
   * as it is itself, and a bucket that was made in part could then not be made again under its name.
   */
  readonly tlsCertificateS3Uri: string;
}

/** Characters of the hash in the name: enough to tell a handful of contents apart. */
const HASH_LENGTH = 12;

/**
 * How clusters of the platform protect data and identities: encryption at rest and between nodes, steps
 * under runtime roles only, instance metadata for callers with a token only.
 *
 * Source: "Create a security configuration"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html).
 */
export class EmrSecurityConfiguration extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: EmrSecurityConfigurationProps) {
    super(scope, id);
    const configuration = JSON.stringify(settings(props));
    // A security configuration cannot be changed, nor deleted while a cluster uses it
    // (hashicorp/terraform-provider-aws#6279): a new content gets a new name and comes before the old goes.
    // Hashed by Terraform, which alone knows the key's ARN.
    const content = new TerraformLocal(this, 'content', configuration);
    const hash = Fn.substr(Fn.sha256(content.asString), 0, HASH_LENGTH);
    const resource = new SecurityConfigurationResource(this, 'security-configuration', {
      provider: props.provider,
      name: `${props.name}-${hash}`,
      configuration,
      lifecycle: { createBeforeDestroy: true },
    });
    this.name = resource.name;
  }
}

function settings({ dataKeyArn, tlsCertificateS3Uri }: EmrSecurityConfigurationProps): object {
  return {
    AuthorizationConfiguration: {
      IAMConfiguration: { EnableApplicationScopedIAMRole: true },
    },
    EncryptionConfiguration: {
      EnableAtRestEncryption: true,
      EnableInTransitEncryption: true,
      AtRestEncryptionConfiguration: {
        S3EncryptionConfiguration: { EncryptionMode: 'SSE-KMS', AwsKmsKey: dataKeyArn },
        LocalDiskEncryptionConfiguration: {
          EncryptionKeyProviderType: 'AwsKms',
          AwsKmsKey: dataKeyArn,
          EnableEbsEncryption: true,
        },
      },
      InTransitEncryptionConfiguration: {
        TLSCertificateConfiguration: { CertificateProviderType: 'PEM', S3Object: tlsCertificateS3Uri },
      },
    },
    InstanceMetadataServiceConfiguration: {
      MinimumInstanceMetadataServiceVersion: 2,
      // One hop: the node itself, no container on it.
      HttpPutResponseHopLimit: 1,
    },
  };
}
