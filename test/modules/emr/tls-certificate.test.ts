import { TlsCertificate } from '../../../modules/emr/tls-certificate';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';
import { ARTIFACTS, DATA_KEY } from './emr-fixture';

const object = onlyResource(
  synthModule((stack, provider) => {
    new TlsCertificate(stack, 'certificate', {
      provider,
      artifacts: ARTIFACTS,
      kmsKeyArn: DATA_KEY,
      file: '../../../.state/emr-tls/sandbox/3.zip',
      generation: 3,
    });
  }),
  'aws_s3_object',
);

describe('TlsCertificate', () => {
  it('is uploaded encrypted, under a key of its own generation', () => {
    expect(object).toMatchObject({
      bucket: 'artifacts',
      key: 'emr-tls/3.zip',
      server_side_encryption: 'aws:kms',
      kms_key_id: DATA_KEY,
    });
  });

  it('leaves nothing of the private key in Terraform: a path, no content', () => {
    expect(object['source']).toBe('../../../.state/emr-tls/sandbox/3.zip');
    expect(object).not.toHaveProperty('content');
    expect(object).not.toHaveProperty('content_base64');
  });

  it('is not uploaded again from a machine whose file differs', () => {
    expect(object['lifecycle']).toEqual({ ignore_changes: ['source'] });
    expect(object).not.toHaveProperty('etag');
    expect(object).not.toHaveProperty('source_hash');
  });
});
