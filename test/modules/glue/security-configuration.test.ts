import { SecurityConfiguration } from '../../../modules/glue/security-configuration';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('SecurityConfiguration', () => {
  it('encrypts S3, logs and bookmarks, logs with the key that admits CloudWatch', () => {
    const json = synthModule((stack, provider) => {
      new SecurityConfiguration(stack, 'security', {
        provider,
        name: 'sandbox',
        dataKmsKeyArn: 'arn:data',
        logsKmsKeyArn: 'arn:logs',
      });
    });
    expect(onlyResource(json, 'aws_glue_security_configuration')['encryption_configuration']).toEqual({
      s3_encryption: { s3_encryption_mode: 'SSE-KMS', kms_key_arn: 'arn:data' },
      cloudwatch_encryption: { cloudwatch_encryption_mode: 'SSE-KMS', kms_key_arn: 'arn:logs' },
      job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'CSE-KMS', kms_key_arn: 'arn:data' },
    });
  });
});
