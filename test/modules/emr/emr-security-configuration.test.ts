import { EmrSecurityConfiguration } from '../../../modules/emr/emr-security-configuration';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';
import { DATA_KEY } from './emr-fixture';

const resource = onlyResource(
  synthModule((stack, provider) => {
    new EmrSecurityConfiguration(stack, 'security-configuration', {
      provider,
      name: 'sandbox',
      dataKeyArn: DATA_KEY,
      tlsCertificateS3Uri: 's3://artifacts/emr-tls/1.zip',
    });
  }),
  'aws_emr_security_configuration',
);

describe('EmrSecurityConfiguration', () => {
  it('runs steps under their own roles, encrypts everywhere, and asks metadata callers for a token', () => {
    expect(JSON.parse(resource['configuration'] as string)).toEqual({
      AuthorizationConfiguration: { IAMConfiguration: { EnableApplicationScopedIAMRole: true } },
      EncryptionConfiguration: {
        EnableAtRestEncryption: true,
        EnableInTransitEncryption: true,
        AtRestEncryptionConfiguration: {
          S3EncryptionConfiguration: { EncryptionMode: 'SSE-KMS', AwsKmsKey: DATA_KEY },
          LocalDiskEncryptionConfiguration: {
            EncryptionKeyProviderType: 'AwsKms',
            AwsKmsKey: DATA_KEY,
            EnableEbsEncryption: true,
          },
        },
        InTransitEncryptionConfiguration: {
          TLSCertificateConfiguration: {
            CertificateProviderType: 'PEM',
            S3Object: 's3://artifacts/emr-tls/1.zip',
          },
        },
      },
      InstanceMetadataServiceConfiguration: {
        MinimumInstanceMetadataServiceVersion: 2,
        HttpPutResponseHopLimit: 1,
      },
    });
  });

  it('can be replaced while a cluster uses it: a new content has a new name and comes first', () => {
    expect(resource['name']).toMatch(/^sandbox-\$\{substr\(sha256\(local\.[^)]+\), 0, 12\)\}$/);
    expect(resource['lifecycle']).toEqual({ create_before_destroy: true });
  });
});
