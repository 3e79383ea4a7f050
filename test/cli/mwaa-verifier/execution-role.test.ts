import { executionRole } from '../../../cli/mwaa-verifier/execution-role';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, environmentIn, environmentOf } from './describe-check';
import { change, deny, describeTaken, edit, policy, role, takeAway } from './execution-role-policy';

const escaped = (text: string) => text.replace(/[.*\\]/g, String.raw`\$&`);

/** Every action that AWS simulates or asks for, and what of. */
const REQUIRED: readonly (readonly [actions: string[], resource: string])[] = [
  [['airflow:PublishMetrics'], 'arn:aws:airflow:eu-west-1:<account>:environment/sandbox-main'],
  [['s3:GetBucket*', 's3:List*'], 'arn:aws:s3:::sandbox-airflow-main-<account>'],
  [['s3:GetObject*'], 'arn:aws:s3:::sandbox-airflow-main-<account>/*'],
  [['s3:GetAccountPublicAccessBlock', 'logs:DescribeLogGroups', 'cloudwatch:PutMetricData'], '*'],
  [
    [
      'CreateLogGroup',
      'CreateLogStream',
      'GetLogEvents',
      'GetLogGroupFields',
      'GetLogRecord',
      'GetQueryResults',
    ]
      .concat('PutLogEvents')
      .map((name) => `logs:${name}`),
    'arn:aws:logs:eu-west-1:<account>:log-group:airflow-sandbox-main-*',
  ],
  [
    ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage']
      .concat('SendMessage')
      .map((name) => `sqs:${name}`),
    'arn:aws:sqs:eu-west-1:*:airflow-celery-*',
  ],
  [
    ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
    'arn:aws:kms:eu-west-1:<account>:key/<aws_kms_key.airflow-key_B4DDD70E>',
  ],
];

const withoutAny = (of: string) => `${of}.*, found no statement that allows it; add it \\(modules/mwaa/`;
const KMS = 'kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey\\*';
const OWN_KEY_FORM = {
  NotResource: 'arn:aws:kms:*:${local.account-lookup_account-id_5E6E05E7}:key/*',
  Condition: { StringLike: { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' } },
};

describeCheck(executionRole, [
  ...REQUIRED.flatMap(([actions, resource]) =>
    actions.flatMap((action) => [
      {
        sentence: `that nothing allows ${action}`,
        breakIt: (json: TerraformJson) => takeAway(json, action),
        text: new RegExp(
          `^expected that the role may call ${withoutAny(escaped(`${action} on ${resource}`))}`,
        ),
      },
      {
        sentence: `a statement that denies ${action}`,
        breakIt: (json: TerraformJson) => deny(json, { Action: action }),
        text: new RegExp(
          `^expected that the role may call ${escaped(`${action} on ${resource}`)}.*, found statement Refused, which denies it; take`,
        ),
      },
    ]),
  ),
  {
    sentence: 'metrics of another environment only',
    breakIt: (json) =>
      change(json, 'PublishMetrics', {
        Resource: 'arn:aws:airflow:eu-west-1:111122223333:environment/other',
      }),
    text: new RegExp(withoutAny('environment/sandbox-main')),
  },
  {
    sentence: 'a bucket whose objects are left out',
    breakIt: (json) =>
      change(json, 'ReadTheBucket', {
        Resource: `\${${addressOf(json, 'aws_s3_bucket', 'airflow-main')}.arn}`,
      }),
    text: /may call s3:GetObject\* on/,
  },
  {
    sentence: 'objects without their bucket',
    breakIt: (json) =>
      change(json, 'ReadTheBucket', {
        Resource: `arn:aws:s3:::\${${addressOf(json, 'aws_s3_bucket', 'airflow-main')}.id}/*`,
      }),
    text: /may call s3:GetBucket\*, s3:List\* on/,
  },
  {
    sentence: 'that the bucket of another purpose is read',
    breakIt: (json) => {
      const other = `\${${addressOf(json, 'aws_s3_bucket', 'lake_raw')}.arn}`;
      change(json, 'ReadTheBucket', { Resource: [other, `${other}/*`] });
      return [role(json), role(json)];
    },
    text: /airflow-main-<account>/,
  },
  {
    sentence: 'log groups of an environment that begins alike',
    breakIt: (json) =>
      change(json, 'WriteOwnLogs', {
        Resource: 'arn:aws:logs:eu-west-1:1:log-group:airflow-sandbox-main-x-*',
      }),
    text: new RegExp(withoutAny('logs:CreateLogGroup, .*, logs:PutLogEvents on')),
  },
  {
    sentence: 'logs of another region',
    breakIt: (json) =>
      change(json, 'WriteOwnLogs', {
        Resource: 'arn:aws:logs:eu-north-1:*:log-group:airflow-sandbox-main-*',
      }),
    text: new RegExp(withoutAny('logs:CreateLogGroup')),
  },
  {
    sentence: 'a queue of the stage, where there is none',
    breakIt: (json) =>
      change(json, 'UseTheQueue', { Resource: 'arn:aws:sqs:eu-west-1:111122223333:airflow-celery-*' }),
    text: new RegExp(withoutAny('sqs:ChangeMessageVisibility, .*, sqs:SendMessage on')),
  },
  {
    sentence: 'the key of another purpose',
    breakIt: (json) =>
      change(json, 'UseTheKey', { Resource: `\${${addressOf(json, 'aws_kms_key', 'data-key')}.arn}` }),
    text: new RegExp(withoutAny(`${KMS} on arn`)),
  },
  {
    sentence: 'a key for S3 only',
    breakIt: (json) =>
      change(json, 'UseTheKey', {
        Condition: { StringLike: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
      }),
    text: new RegExp(withoutAny(`${KMS} on .* through sqs\\.eu-west-1\\.amazonaws\\.com`)),
  },
  {
    sentence: 'the form for AWS’s own key where the environment has one',
    breakIt: (json) => change(json, 'UseTheKey', { Resource: undefined, ...OWN_KEY_FORM }),
    text: new RegExp(
      withoutAny(`${KMS} on .*<aws_kms_key.* through s3\\.eu-west-1\\.\\S+, sqs\\.eu-west-1\\.`),
    ),
  },
  {
    sentence: 'the form for a key of the stage where the environment has none',
    breakIt: (json) => {
      delete environmentIn(json)['kms_key'];
      return role(json);
    },
    text: new RegExp(withoutAny(`${KMS} on arn:aws:kms:\\*:<account-of-aws>:key/\\* through sqs`)),
  },
  {
    sentence: 'that all buckets may be listed, which AWS takes reading the bucket for',
    breakIt: (json) => {
      edit(json, (statements) => statements.filter(({ Sid }) => Sid !== 'NeverListBuckets'));
      return policy(json);
    },
    text: /expected that the role may not call s3:ListAllMyBuckets, found statement ReadTheBucket, which allows it; deny/,
  },
  {
    sentence: 'that a DAG may list all buckets, which AWS’s example does not deny',
    breakIt: (json) => {
      change(json, 'NeverListBuckets', { Resource: 'arn:aws:s3:::sandbox-airflow-main-*' });
      const address = addressOf(json, 'aws_iam_policy', 'execution-role_lake');
      attributesAt(json, address)['policy'] = JSON.stringify({
        Statement: { Effect: 'Allow', NotAction: 'ec2:*', Resource: '*' },
      });
      return address;
    },
    text: /may not call s3:ListAllMyBuckets, found statement 1, which allows it/,
  },
  {
    sentence: 'a role from elsewhere',
    breakIt: (json) => {
      environmentIn(json)['execution_role_arn'] = 'arn:aws:iam::111122223333:role/mwaa';
      return environmentOf(json);
    },
    text: /expected a role of this stack, found arn:aws:iam::111122223333:role\/mwaa/,
  },
]);

describeTaken([
  [
    'the form for AWS’s own key where the environment has none',
    (json) => {
      delete environmentIn(json)['kms_key'];
      change(json, 'UseTheKey', { Resource: undefined, ...OWN_KEY_FORM });
    },
  ],
  [
    'statements without names, in wider words',
    (json) =>
      change(json, 'UseTheQueue', {
        Sid: undefined,
        Action: 'SQS:*',
        Resource: 'arn:aws:sqs:*:*:airflow-celery-*',
      }),
  ],
  [
    'references to the region, the account and the key',
    (json) => {
      change(json, 'UseTheKey', {
        Resource: `arn:aws:kms:eu-west-1:\${data.aws_caller_identity.x.account_id}:key/\${${addressOf(json, 'aws_kms_key', 'airflow-key')}.key_id}`,
        Condition: {
          StringLike: {
            'kms:ViaService': ['s3', 'sqs'].map((name) => `${name}.\${data.aws_region.x.name}.amazonaws.com`),
          },
        },
      });
    },
  ],
  [
    'a statement that denies the list of buckets for those of the stage only, as in AWS’s example',
    (json) => change(json, 'NeverListBuckets', { Resource: 'arn:aws:s3:::sandbox-*' }),
  ],
]);
