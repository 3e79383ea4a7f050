import {
  absent,
  add,
  addressesWhere,
  at,
  attributesAt,
  companions,
  referred,
  refersTo,
  remove,
  set,
} from '../../support/terraform-query';
import {
  actionsOf,
  allow,
  allowancesWhere,
  changePolicy,
  covers,
  principalsOf,
  resourcesOf,
  statementsIn,
  statementsWhere,
} from '../../support/placed-statements';
import { describeRows, type PolicyRow } from '../../support/policy-rows';

const BLOCK = 'aws_s3_bucket_public_access_block';
const ACCOUNT_BLOCK = 'aws_s3_account_public_access_block';
const SWITCHES = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];
const ACLS = ['aws_s3_bucket_acl', 'aws_s3_bucket', 'aws_s3_object'];

/** What no other account may do to a bucket: Security Hub's S3.6. */
const TAKE_OVER = [
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutEncryptionConfiguration',
  's3:PutObjectAcl',
];

/** A rule that one of the four switches of a bucket's access block is on. */
const isOn = (row: number, title: string, attribute: string, ...ids: string[]): PolicyRow => ({
  row,
  title,
  ids,
  check: (json) => addressesWhere(json, BLOCK, (block) => block[attribute] !== true),
  breakIt: (json) => set(json, BLOCK, attribute, false),
});

describeRows('s3-access', [
  isOn(1, 'public ACLs are blocked', 'block_public_acls', 'CKV_AWS_53', 'AWS-0086', 'FSBP S3.8', 'CIS 2.1.4'),
  isOn(2, 'public policies are blocked', 'block_public_policy', 'CKV_AWS_54', 'AWS-0087', 'FSBP S3.8'),
  isOn(3, 'public ACLs are ignored', 'ignore_public_acls', 'CKV_AWS_55', 'AWS-0091'),
  isOn(4, 'public buckets are restricted', 'restrict_public_buckets', 'CKV_AWS_56', 'AWS-0093'),
  {
    row: 5,
    title: 'every bucket has an access block',
    ids: ['CKV2_AWS_6', 'AWS-0094'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_s3_bucket',
        (_, bucket) => companions(json, BLOCK, 'bucket', bucket).length === 0,
      ),
    breakIt: (json) => referred(remove(json, BLOCK).attributes['bucket']),
  },
  {
    row: 6,
    title: 'the account blocks public access',
    ids: ['FSBP S3.1'],
    check: (json) => [
      ...absent(json, ACCOUNT_BLOCK),
      ...addressesWhere(json, ACCOUNT_BLOCK, (block) => SWITCHES.some((name) => block[name] !== true)),
    ],
    breakIt: (json) => {
      remove(json, ACCOUNT_BLOCK);
      return ACCOUNT_BLOCK;
    },
  },
  {
    row: 13,
    title: 'ACLs are disabled',
    ids: ['CKV2_AWS_65', 'FSBP S3.12'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_s3_bucket',
        (_, bucket) =>
          !companions(json, 'aws_s3_bucket_ownership_controls', 'bucket', bucket).some(
            (controls) => at(controls, 'rule.object_ownership') === 'BucketOwnerEnforced',
          ),
      ),
    breakIt: (json) => {
      const changed = set(json, 'aws_s3_bucket_ownership_controls', 'rule.object_ownership', 'ObjectWriter');
      return referred(attributesAt(json, changed)['bucket']);
    },
  },
  {
    row: 14,
    title: 'requests without TLS are denied',
    ids: ['FSBP S3.5', 'CIS 2.1.1'],
    check: (json) =>
      addressesWhere(json, 'aws_s3_bucket', (_, bucket) => {
        const denials = statementsIn(json, 'bucket').filter(
          ({ statement }) =>
            statement.Effect === 'Deny' &&
            principalsOf(statement).includes('*') &&
            actionsOf(statement).includes('s3:*') &&
            statement.Condition?.['Bool']?.['aws:SecureTransport'] === 'false' &&
            ['', '/*'].every((ending) =>
              resourcesOf(statement).some((arn) => refersTo(arn, bucket) && arn.endsWith(`}${ending}`)),
            ),
        );
        return denials.length === 0;
      }),
    breakIt: (json) => {
      const policy = changePolicy(json, 'bucket', (all) => all.splice(0, 1));
      return referred(attributesAt(json, policy)['bucket']);
    },
  },
  {
    row: 15,
    title: 'no policy allows any principal',
    ids: ['CKV_AWS_70', 'FSBP S3.2', 'FSBP S3.3', 'AWS-0346'],
    check: (json) => allowancesWhere(json, 'bucket', (statement) => principalsOf(statement).includes('*')),
    breakIt: (json) => allow(json, 'bucket', { Principal: { AWS: '*' }, Action: 's3:GetObject' }),
  },
  {
    row: 16,
    title: 'no policy locks everybody out',
    ids: ['CKV_AWS_93'],
    check: (json) =>
      statementsWhere(
        json,
        'bucket',
        (statement) =>
          statement.Effect === 'Deny' &&
          principalsOf(statement).includes('*') &&
          Object.keys(statement.Condition ?? {}).length === 0,
      ),
    breakIt: (json) =>
      changePolicy(json, 'bucket', (all) => {
        for (const statement of all) delete statement.Condition;
      }),
  },
  {
    row: 17,
    title: 'no other account can take a bucket over',
    ids: ['FSBP S3.6'],
    check: (json) =>
      allowancesWhere(
        json,
        'bucket',
        (statement) =>
          principalsOf(statement).some((principal) => /^(?:\*|arn:)/.test(principal)) &&
          covers(statement, TAKE_OVER),
      ),
    breakIt: (json) =>
      allow(json, 'bucket', {
        Principal: { AWS: 'arn:aws:iam::444455556666:role/kafka-connect' },
        Action: 's3:Put*',
      }),
  },
  {
    row: 18,
    title: 'no ACL is public',
    ids: ['CKV_AWS_20', 'CKV_AWS_57', 'CKV2_AWS_43', 'AWS-0092'],
    check: (json) =>
      addressesWhere(
        json,
        ACLS,
        (resource) =>
          /^(?:public|authenticated)-/.test(String(resource['acl'])) ||
          JSON.stringify(resource['access_control_policy'] ?? '').includes('/groups/global/'),
      ),
    breakIt: (json) => add(json, 'aws_s3_bucket_acl', { acl: 'public-read-write' }),
  },
  {
    row: 21,
    title: 'access points block public access',
    ids: ['CKV_AWS_392', 'FSBP S3.19'],
    check: (json) =>
      addressesWhere(json, 'aws_s3_access_point', (point) =>
        SWITCHES.some((name) => at(point, `public_access_block_configuration.${name}`) !== true),
      ),
    breakIt: (json) =>
      add(json, 'aws_s3_access_point', {
        public_access_block_configuration: { block_public_acls: true, block_public_policy: false },
      }),
  },
]);
