import { GlueDataCatalogEncryptionSettings } from '@cdktf/provider-aws/lib/glue-data-catalog-encryption-settings';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface DataCatalogEncryptionProps {
  readonly provider: TerraformProvider;
  /**
   * Key for the catalog and for passwords of connections. Every client of the catalog needs `kms:Decrypt`,
   * `kms:Encrypt` and `kms:GenerateDataKey` on it ("Setting up encryption in AWS Glue",
   * https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html).
   */
  readonly kmsKeyArn: string;
}

/**
 * Encryption of the Glue Data Catalog. It is one setting per account and region, and overwrites what was
 * there: this construct is its only owner.
 *
 * Source: "Encrypting your Data Catalog" (https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html).
 */
export class DataCatalogEncryption extends Construct {
  /** For databases and tables: only what is made while encryption is on is encrypted. */
  readonly settings: ITerraformDependable;

  constructor(scope: Construct, id: string, props: DataCatalogEncryptionProps) {
    super(scope, id);
    this.settings = new GlueDataCatalogEncryptionSettings(this, 'settings', {
      provider: props.provider,
      dataCatalogEncryptionSettings: {
        encryptionAtRest: { catalogEncryptionMode: 'SSE-KMS', sseAwsKmsKeyId: props.kmsKeyArn },
        connectionPasswordEncryption: {
          returnConnectionPasswordEncrypted: true,
          awsKmsKeyId: props.kmsKeyArn,
        },
      },
    });
  }
}
