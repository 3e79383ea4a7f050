import { bucket } from '../../../cli/mwaa-verifier/bucket';
import { add, attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, environmentIn, environmentOf, removeAt } from './describe-check';

const own = (json: TerraformJson) => addressOf(json, 'aws_s3_bucket', 'airflow-main_bucket');
const block = (json: TerraformJson) =>
  addressOf(json, 'aws_s3_bucket_public_access_block', 'airflow-main_bucket');
const versioning = (json: TerraformJson) =>
  addressOf(json, 'aws_s3_bucket_versioning', 'airflow-main_bucket');

/** Takes away what the account blocks whatever a bucket says. */
function openAccount(json: TerraformJson): void {
  removeAt(json, addressOf(json, 'aws_s3_account_public_access_block', ''));
}

describeCheck(bucket, [
  {
    sentence: 'a bucket that blocks nothing',
    breakIt: (json) => {
      openAccount(json);
      removeAt(json, block(json));
      return own(json);
    },
    text: /found block_public_acls, block_public_policy, ignore_public_acls, restrict_public_buckets off/,
  },
  {
    sentence: 'one setting that is off',
    breakIt: (json) => {
      openAccount(json);
      attributesAt(json, block(json))['restrict_public_buckets'] = false;
      return own(json);
    },
    text: /found restrict_public_buckets off/,
  },
  {
    sentence: 'a bucket without versions',
    breakIt: (json) => {
      removeAt(json, versioning(json));
      return own(json);
    },
    text: /expected versioning Enabled, found none/,
  },
  {
    sentence: 'a bucket whose versions are suspended',
    breakIt: (json) => {
      attributesAt(json, versioning(json))['versioning_configuration'] = { status: 'Suspended' };
      return own(json);
    },
    text: /found Suspended/,
  },
  {
    sentence: 'a bucket from elsewhere',
    breakIt: (json) => {
      environmentIn(json)['source_bucket_arn'] = 'arn:aws:s3:::somebody-elses';
      add(json, 'aws_s3_bucket', { bucket: 'somebody-elses' });
      return environmentOf(json);
    },
    text: /expected a bucket of this stack, found arn:aws:s3:::somebody-elses/,
  },
]);
