import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { DataCatalogEncryption } from '../../../modules/glue/data-catalog-encryption';
import { Database } from '../../../modules/glue/database';
import { synthModule } from '../../support/synth';

export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/data';

/** Synthesises what `build` makes in a database `raw` of an encrypted catalog. */
export function synthWithDatabase(
  build: (stack: TerraformStack, provider: AwsProvider, database: Database) => void = () => undefined,
) {
  return synthModule((stack, provider) => {
    const encryption = new DataCatalogEncryption(stack, 'catalog-encryption', { provider, kmsKeyArn: KEY });
    const database = new Database(stack, 'database', {
      provider,
      name: 'raw',
      description: 'Data as it arrived',
      bucketName: 'sandbox-raw-111122223333',
      encryption,
    });
    build(stack, provider, database);
  });
}
