import { AccountBaseline } from '../../../modules/account-baseline/account-baseline';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new AccountBaseline(stack, 'baseline', { provider, ebsKmsKeyArn: 'arn:data' });
});

describe('AccountBaseline', () => {
  it('encrypts every new volume with the given key, key first', () => {
    expect(onlyResource(json, 'aws_ebs_default_kms_key')['key_arn']).toBe('arn:data');
    expect(onlyResource(json, 'aws_ebs_encryption_by_default')).toMatchObject({
      enabled: true,
      depends_on: [expect.stringMatching(/^aws_ebs_default_kms_key\./)],
    });
  });

  it('blocks public access to every bucket', () => {
    expect(onlyResource(json, 'aws_s3_account_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  it('blocks public EMR clusters, with no port excepted', () => {
    const block = onlyResource(json, 'aws_emr_block_public_access_configuration');
    expect(block['block_public_security_group_rules']).toBe(true);
    expect(block).not.toHaveProperty('permitted_public_security_group_rule_range');
  });

  it('asks for session tokens at the metadata service', () => {
    expect(onlyResource(json, 'aws_ec2_instance_metadata_defaults')).toMatchObject({
      http_tokens: 'required',
    });
  });

  it('asks for long passwords that are not used again', () => {
    expect(onlyResource(json, 'aws_iam_account_password_policy')).toMatchObject({
      minimum_password_length: 14,
      password_reuse_prevention: 24,
      max_password_age: 90,
      require_lowercase_characters: true,
      require_uppercase_characters: true,
      require_numbers: true,
      require_symbols: true,
    });
  });

  it('looks for access from outside', () => {
    expect(onlyResource(json, 'aws_accessanalyzer_analyzer')['type']).toBe('ACCOUNT');
  });
});
