import type { Resources } from './resources';

/** Settings that exist once per account, or once per account and region. */
export function accountSettings(): Resources {
  return {
    aws_s3_account_public_access_block: {
      this: {
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    aws_ebs_default_kms_key: { this: { key_arn: '${aws_kms_key.data.arn}' } },
    aws_ebs_encryption_by_default: { this: { enabled: true, depends_on: ['aws_ebs_default_kms_key.this'] } },
    aws_ec2_instance_metadata_defaults: { this: { http_tokens: 'required', http_put_response_hop_limit: 1 } },
    aws_iam_account_password_policy: {
      this: {
        minimum_password_length: 14,
        password_reuse_prevention: 24,
        max_password_age: 90,
        require_lowercase_characters: true,
        require_uppercase_characters: true,
        require_numbers: true,
        require_symbols: true,
        allow_users_to_change_password: true,
        hard_expiry: false,
      },
    },
    aws_emr_block_public_access_configuration: { this: { block_public_security_group_rules: true } },
    aws_accessanalyzer_analyzer: {
      this: { analyzer_name: 'account', type: 'ACCOUNT', tags: { Name: 'account' } },
    },
  };
}
