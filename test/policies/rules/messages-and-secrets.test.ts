import { add, addressesWhere, companions } from '../../support/terraform-query';
import { allowancesWhere, principalsOf } from '../../support/placed-statements';
import type { RenderedStatement, TerraformJson } from '../../support/terraform-json';
import { describeRows } from '../../support/policy-rows';

const TOPIC = 'aws_sns_topic';
const QUEUE = 'aws_sqs_queue';
const SECRET = 'aws_secretsmanager_secret';
const ROTATION_DAYS = 90;

/** Keys of AWS begin with alias/aws/; anything else is a key of the account. */
const isCustomerKey = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !value.includes('alias/aws/');

/** Whether a statement is for everybody, or for another account, unless it says for whose resources. */
function isForStrangers({ Condition, ...statement }: RenderedStatement): boolean {
  const limits = JSON.stringify(Condition ?? {});
  const isLimited = ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOwner', 'aws:PrincipalOrgID'].some(
    (key) => limits.includes(key),
  );
  return principalsOf(statement).some(
    (principal) => (principal === '*' && !isLimited) || /^arn:aws:iam::\d{12}:|^\d{12}$/.test(principal),
  );
}

const open = (json: TerraformJson, place: 'topic' | 'queue') => allowancesWhere(json, place, isForStrangers);

const forEverybody = JSON.stringify({
  Statement: [{ Sid: 'Broken', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

describeRows('messages-and-secrets', [
  {
    row: 121,
    title: 'topics are encrypted with a customer KMS key and closed to strangers',
    ids: ['CKV_AWS_26', 'AWS-0095', 'AWS-0136', 'CKV_AWS_169', 'CKV_AWS_385', 'SNS.1', 'SNS.4'],
    check: (json) =>
      addressesWhere(json, TOPIC, ({ kms_master_key_id }) => !isCustomerKey(kms_master_key_id)).concat(
        open(json, 'topic'),
      ),
    breakIt: (json) => [
      add(json, TOPIC, { kms_master_key_id: 'alias/aws/sns' }),
      add(json, 'aws_sns_topic_policy', { policy: forEverybody }),
    ],
  },
  {
    row: 122,
    title: 'queues are encrypted with a customer KMS key and closed to strangers',
    ids: ['CKV_AWS_27', 'CKV_AWS_168', 'CKV2_AWS_73', 'SQS.1', 'AWS-0096', 'AWS-0097', 'AWS-0135'],
    check: (json) =>
      addressesWhere(json, QUEUE, ({ kms_master_key_id }) => !isCustomerKey(kms_master_key_id)).concat(
        open(json, 'queue'),
      ),
    breakIt: (json) => [
      add(json, QUEUE, { sqs_managed_sse_enabled: true }),
      add(json, 'aws_sqs_queue_policy', { policy: forEverybody }),
    ],
  },
  {
    row: 123,
    title: 'secrets are encrypted with a customer KMS key',
    ids: ['CKV_AWS_149', 'AWS-0098'],
    check: (json) => addressesWhere(json, SECRET, ({ kms_key_id }) => !isCustomerKey(kms_key_id)),
    breakIt: (json) => add(json, SECRET, { name: 'airflow/connections/warehouse' }),
  },
  {
    row: 124,
    title: 'secrets are rotated every 90 days',
    ids: ['CKV2_AWS_57', 'CKV_AWS_304', 'SecretsManager.1', 'SecretsManager.4'],
    check: (json) =>
      addressesWhere(
        json,
        SECRET,
        (_, secret) =>
          !companions(json, 'aws_secretsmanager_secret_rotation', 'secret_id', secret).some((rotation) => {
            const rules = [rotation['rotation_rules']].flat() as { automatically_after_days?: number }[];
            return rules.some((rule) => Number(rule?.automatically_after_days) <= ROTATION_DAYS);
          }),
      ),
    breakIt: (json) => {
      const secret = add(json, SECRET, { name: 'airflow/connections/warehouse' });
      add(json, 'aws_secretsmanager_secret_rotation', {
        secret_id: `\${${secret}.id}`,
        rotation_rules: [{ automatically_after_days: 91 }],
      });
      return secret;
    },
  },
  {
    row: 125,
    title: 'parameters are encrypted with a customer KMS key',
    ids: ['CKV2_AWS_34', 'CKV_AWS_337'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_ssm_parameter',
        ({ type, key_id }) => type !== 'SecureString' || !isCustomerKey(key_id),
      ),
    breakIt: (json) => add(json, 'aws_ssm_parameter', { type: 'SecureString' }),
  },
]);
