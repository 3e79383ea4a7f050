import { onlyResource } from '../../support/terraform-json';
import { KEY, synthWithDatabase } from './glue-stack';

const json = synthWithDatabase();

describe('DataCatalogEncryption', () => {
  it('encrypts the catalog and the passwords in it', () => {
    expect(onlyResource(json, 'aws_glue_data_catalog_encryption_settings')).toMatchObject({
      data_catalog_encryption_settings: {
        encryption_at_rest: { catalog_encryption_mode: 'SSE-KMS', sse_aws_kms_key_id: KEY },
        connection_password_encryption: { return_connection_password_encrypted: true, aws_kms_key_id: KEY },
      },
    });
  });
});

describe('Database', () => {
  it('lies over its bucket', () => {
    expect(onlyResource(json, 'aws_glue_catalog_database')).toMatchObject({
      name: 'raw',
      location_uri: 's3://sandbox-raw-111122223333/',
    });
  });

  it('is made when encryption is on: what was there before stays as it was', () => {
    expect(onlyResource(json, 'aws_glue_catalog_database')['depends_on']).toEqual([
      expect.stringMatching(/^aws_glue_data_catalog_encryption_settings\./),
    ]);
  });
});
