import { stages, stageNames } from './promised-stages';

/**
 * What an account has one of, or one in each region: AWS keeps one value, and a second resource would overwrite the first's
 * at every deployment.
 */
const ONE_IN_A_REGION = [
  'aws_accessanalyzer_analyzer',
  'aws_ebs_default_kms_key',
  'aws_ebs_encryption_by_default',
  'aws_ec2_instance_metadata_defaults',
  'aws_emr_block_public_access_configuration',
  'aws_glue_data_catalog_encryption_settings',
  'aws_iam_account_password_policy',
  'aws_s3_account_public_access_block',
];

describe.each(stageNames.map((name, index) => [name, stages[index]] as const))('%s', (_, json) => {
  it.each(ONE_IN_A_REGION)('has exactly one owner of %s', (type) => {
    expect(Object.keys(json?.resource?.[type] ?? {})).toHaveLength(1);
  });
});
