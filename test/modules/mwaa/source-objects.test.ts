import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { SourceObjects, type SourceFiles } from '../../../modules/mwaa/source-objects';
import { synthModule } from '../../support/synth';
import { resourcesOf, type TerraformJson } from '../../support/terraform-json';

const FILES: SourceFiles = {
  requirements: { path: 'airflow/main/requirements.txt', contentHash: 'a' },
  plugins: { path: 'airflow/main/plugins.zip', contentHash: 'b' },
  startupScript: { path: 'airflow/main/startup.sh', contentHash: 'c' },
};

function objects(files: SourceFiles): { json: TerraformJson; made: Partial<SourceObjects> } {
  let made: Partial<SourceObjects> = {};
  const json = synthModule((stack, provider) => {
    const ready = new SsmParameter(stack, 'versioning', { provider, name: 'any', type: 'String' });
    made = new SourceObjects(stack, 'files', {
      provider,
      bucketName: 'dags',
      kmsKeyArn: 'arn:key',
      files,
      bucketReady: [ready],
    });
  });
  return { json, made };
}

describe('SourceObjects', () => {
  it('uploads each file, encrypted, and anew when its content is another', () => {
    const uploads = resourcesOf(objects(FILES).json, 'aws_s3_object');
    expect(uploads.map(({ key, source, source_hash: hash }) => [key, source, hash])).toEqual([
      ['plugins.zip', 'airflow/main/plugins.zip', 'b'],
      ['requirements.txt', 'airflow/main/requirements.txt', 'a'],
      ['startup.sh', 'airflow/main/startup.sh', 'c'],
    ]);
    for (const upload of uploads) {
      expect(upload).toMatchObject({ server_side_encryption: 'aws:kms', kms_key_id: 'arn:key' });
    }
  });

  it('waits until the bucket keeps versions: an object without one cannot be named', () => {
    for (const upload of resourcesOf(objects(FILES).json, 'aws_s3_object')) {
      expect(upload['depends_on']).toEqual([expect.stringContaining('versioning')]);
    }
  });

  it('gives key and version of each', () => {
    const { made } = objects(FILES);
    for (const object of [made.requirements, made.plugins, made.startupScript])
      expect(object).toHaveProperty('versionId');
  });

  it('leaves tags away, of which an object takes ten only', () => {
    for (const upload of resourcesOf(objects(FILES).json, 'aws_s3_object')) {
      expect(upload['override_provider']).toEqual({ default_tags: { tags: {} } });
    }
  });
});
