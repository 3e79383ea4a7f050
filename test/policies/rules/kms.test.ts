import { add, addressesWhere, at, attributesAt, set } from '../../support/terraform-query';
import {
  allow,
  allowancesWhere,
  covers,
  principalsOf,
  resourcesOf,
  statementsIn,
} from '../../support/placed-statements';
import { describeRows } from '../../support/policy-rows';

const KEY = 'aws_kms_key';

describeRows('kms', [
  {
    row: 24,
    title: 'keys are rotated',
    ids: ['CKV_AWS_7', 'AWS-0065', 'KMS.4', 'CIS 3.6'],
    check: (json) => addressesWhere(json, KEY, (key) => key['enable_key_rotation'] !== true),
    breakIt: (json) => set(json, KEY, 'enable_key_rotation', false),
  },
  {
    row: 25,
    title: 'no key policy admits any principal',
    ids: ['CKV_AWS_33', 'KMS.5'],
    check: (json) => allowancesWhere(json, 'key', (statement) => principalsOf(statement).includes('*')),
    breakIt: (json) => allow(json, 'key', { Principal: '*', Action: 'kms:Decrypt', Resource: '*' }),
  },
  {
    row: 26,
    title: 'keys have a policy of their own',
    ids: ['CKV2_AWS_64'],
    check: (json) => {
      const defined = statementsIn(json, 'key').map(({ address }) => address);
      return addressesWhere(json, KEY, (_, key) => !defined.includes(key));
    },
    breakIt: (json) => set(json, KEY, 'policy', undefined),
  },
  {
    row: 27,
    title: 'keys are enabled',
    ids: ['CKV_AWS_227'],
    check: (json) => addressesWhere(json, KEY, (key) => (key['is_enabled'] ?? true) !== true),
    breakIt: (json) => set(json, KEY, 'is_enabled', false),
  },
  {
    row: 28,
    title: 'keys that are not disposable wait 30 days for their deletion and are guarded against it',
    ids: ['KMS.3', 'own'],
    check: (json, { isDisposable }) =>
      addressesWhere(
        json,
        KEY,
        (key) =>
          !isDisposable &&
          // 30 days is what AWS takes when nothing is said, and the most it takes.
          ((key['deletion_window_in_days'] ?? 30) !== 30 || at(key, 'lifecycle.prevent_destroy') !== true),
      ),
    breakIt: (json) => {
      const waitsLess = set(json, KEY, 'deletion_window_in_days', 29);
      const unguarded = add(json, KEY, { ...attributesAt(json, waitsLess), deletion_window_in_days: 30 });
      attributesAt(json, unguarded)['lifecycle'] = { prevent_destroy: false };
      return [waitsLess, unguarded];
    },
  },
  {
    row: 29,
    title: 'no identity may decrypt with every key',
    ids: ['KMS.1', 'KMS.2'],
    check: (json) =>
      allowancesWhere(
        json,
        'identity',
        (statement) =>
          covers(statement, ['kms:Decrypt', 'kms:ReEncryptFrom']) &&
          resourcesOf(statement).some((arn) => arn === '*' || /:(?:key|alias)\/\*$/.test(arn)),
      ),
    breakIt: (json) =>
      allow(json, 'identity', {
        Action: 'kms:Decrypt',
        Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*',
      }),
  },
]);
