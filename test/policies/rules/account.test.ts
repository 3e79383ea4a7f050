import {
  absent,
  add,
  addressesWhere,
  at,
  refersTo,
  remove,
  resources,
  set,
} from '../../support/terraform-query';
import type { Attributes } from '../../support/terraform-json';
import { describeRows } from '../../support/policy-rows';

const VOLUMES = 'aws_ebs_encryption_by_default';
const METADATA = 'aws_ec2_instance_metadata_defaults';
const PASSWORDS = 'aws_iam_account_password_policy';
const ANALYZER = 'aws_accessanalyzer_analyzer';
const EMR_SECURITY = 'aws_emr_security_configuration';
const INSTANCES = ['aws_instance', 'aws_launch_template', 'aws_launch_configuration'];

/** The least that CIS 1.7 and 1.8, and IAM.7 of Security Hub, ask of passwords. */
const hasStrongPasswords = (policy: Attributes): boolean =>
  Number(policy['minimum_password_length']) >= 14 &&
  Number(policy['password_reuse_prevention']) >= 24 &&
  Number(policy['max_password_age']) <= 90 &&
  ['lowercase_characters', 'uppercase_characters', 'numbers', 'symbols'].every(
    (characters) => policy[`require_${characters}`] === true,
  );

describeRows('account', [
  {
    row: 46,
    title: 'new volumes are encrypted',
    ids: ['CKV_AWS_106', 'EC2.7', 'CIS 5.1.1'],
    check: (json) => [
      ...absent(json, VOLUMES),
      ...addressesWhere(json, VOLUMES, ({ enabled }) => enabled !== true),
    ],
    breakIt: (json) => set(json, VOLUMES, 'enabled', false),
  },
  {
    row: 47,
    title: 'instances answer metadata requests with a token only',
    ids: ['CKV_AWS_79', 'AWS-0028', 'EC2.8', 'CIS 5.7'],
    check: (json) => [
      ...absent(json, METADATA),
      ...addressesWhere(json, METADATA, (defaults) => defaults['http_tokens'] !== 'required'),
      ...addressesWhere(
        json,
        INSTANCES,
        (instance) =>
          !['required', undefined].includes(at(instance, 'metadata_options.http_tokens') as string),
      ),
      ...addressesWhere(
        json,
        EMR_SECURITY,
        ({ configuration }) =>
          at(
            JSON.parse(String(configuration)),
            'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
          ) !== 2,
      ),
    ],
    breakIt: (json) => [
      set(json, METADATA, 'http_tokens', 'optional'),
      set(json, EMR_SECURITY, 'configuration', '{}'),
      add(json, 'aws_launch_template', { metadata_options: { http_tokens: 'optional' } }),
    ],
  },
  {
    row: 48,
    title: 'nothing but NAT gateways has a public address',
    ids: ['CKV_AWS_88', 'EC2.9', 'EC2.25'],
    check: (json) => {
      const gateways = resources(json, 'aws_nat_gateway').map(({ attributes }) => attributes);
      return [
        ...addressesWhere(json, 'aws_eip', (_, address) => !refersTo(gateways, address)),
        ...addressesWhere(
          json,
          INSTANCES,
          (instance) =>
            instance['associate_public_ip_address'] === true ||
            at(instance, 'network_interfaces.associate_public_ip_address') === true,
        ),
      ];
    },
    breakIt: (json) => [
      add(json, 'aws_eip', { domain: 'vpc' }),
      add(json, 'aws_instance', { associate_public_ip_address: true }),
      add(json, 'aws_launch_template', { network_interfaces: [{ associate_public_ip_address: true }] }),
    ],
  },
  {
    row: 72,
    title: 'passwords are long, of all kinds of characters, new and young',
    ids: [
      'CKV_AWS_9',
      'CKV_AWS_10',
      'CKV_AWS_11',
      'CKV_AWS_12',
      'CKV_AWS_13',
      'CKV_AWS_14',
      'CKV_AWS_15',
      'AWS-0056',
      'AWS-0058',
      'AWS-0059',
      'AWS-0060',
      'AWS-0061',
      'AWS-0062',
      'AWS-0063',
      'IAM.7',
      'CIS 1.7',
      'CIS 1.8',
    ],
    check: (json) => [
      ...absent(json, PASSWORDS),
      ...addressesWhere(json, PASSWORDS, (policy) => !hasStrongPasswords(policy)),
    ],
    breakIt: (json) => set(json, PASSWORDS, 'minimum_password_length', 13),
  },
  {
    row: 73,
    title: 'an analyzer looks for access from outside',
    ids: ['CIS 1.19'],
    check: (json) => absent(json, ANALYZER),
    breakIt: (json) => {
      remove(json, ANALYZER);
      return ANALYZER;
    },
  },
]);
