import {
  absent,
  add,
  addressesWhere,
  at,
  companions,
  first,
  listOf,
  refersTo,
  remove,
  resources,
  set,
} from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { describeRows, type PolicyRow } from '../../support/policy-rows';

const CLUSTER = 'aws_emr_cluster';
const SECURITY = 'aws_emr_security_configuration';
const PUBLIC_ACCESS = 'aws_emr_block_public_access_configuration';
const AT_REST = 'EncryptionConfiguration.AtRestEncryptionConfiguration';
const GROUPS = [
  'emr_managed_master_security_group',
  'emr_managed_slave_security_group',
  'service_access_security_group',
];

const settingsOf = ({ configuration }: Attributes): unknown => JSON.parse(String(configuration));

/** A rule about what a security configuration says; broken, one of its texts is another. */
const says = (
  row: number,
  title: string,
  isRight: (settings: unknown) => boolean,
  [right, wrong]: readonly [string, string],
  ...ids: string[]
): PolicyRow => ({
  row,
  title,
  ids,
  check: (json) => addressesWhere(json, SECURITY, (attributes) => !isRight(settingsOf(attributes))),
  breakIt: (json) => {
    const { attributes } = first(json, SECURITY);
    return set(json, SECURITY, 'configuration', String(attributes['configuration']).replace(right, wrong));
  },
});

/** Addresses of the subnets that have a route to an internet gateway. */
function publicSubnets(json: TerraformJson): string[] {
  const tables = resources(json, 'aws_route')
    .filter(({ attributes }) => String(attributes['gateway_id']).includes('aws_internet_gateway.'))
    .map(({ attributes }) => attributes['route_table_id']);
  const associations = resources(json, 'aws_route_table_association').filter(({ attributes }) =>
    tables.includes(attributes['route_table_id']),
  );
  return addressesWhere(json, 'aws_subnet', (_, subnet) => refersTo(associations, subnet));
}

/** The groups of a cluster, and those it was given besides. */
const groupsOf = (cluster: Attributes): unknown =>
  [...GROUPS, 'additional_master_security_groups', 'additional_slave_security_groups'].map((name) =>
    at(cluster, `ec2_attributes.${name}`),
  );

describeRows('emr', [
  {
    row: 87,
    title: 'clusters have a security configuration',
    ids: ['CKV2_AWS_55'],
    check: (json) =>
      addressesWhere(
        json,
        CLUSTER,
        (cluster) => !String(cluster['security_configuration']).includes(SECURITY),
      ),
    breakIt: (json) => set(json, CLUSTER, 'security_configuration', undefined),
  },
  says(
    88,
    'data at rest is encrypted with a KMS key',
    (settings) =>
      at(settings, 'EncryptionConfiguration.EnableAtRestEncryption') === true &&
      at(settings, `${AT_REST}.S3EncryptionConfiguration.EncryptionMode`) === 'SSE-KMS',
    ['SSE-KMS', 'SSE-S3'],
    'CKV_AWS_171',
    'AWS-0137',
  ),
  says(
    89,
    'local disks are encrypted with a KMS key',
    (settings) =>
      at(settings, `${AT_REST}.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType`) === 'AwsKms',
    ['LocalDiskEncryptionConfiguration', 'Nothing'],
    'CKV_AWS_349',
    'AWS-0139',
    'cdk-nag EMR4',
  ),
  says(
    90,
    'EBS volumes of nodes are encrypted',
    (settings) => at(settings, `${AT_REST}.LocalDiskEncryptionConfiguration.EnableEbsEncryption`) === true,
    ['"EnableEbsEncryption":true', '"EnableEbsEncryption":false'],
    'CKV_AWS_350',
  ),
  says(
    91,
    'what nodes send each other is encrypted',
    (settings) =>
      at(settings, 'EncryptionConfiguration.EnableInTransitEncryption') === true &&
      at(settings, 'EncryptionConfiguration.InTransitEncryptionConfiguration.TLSCertificateConfiguration') !==
        undefined,
    ['"EnableInTransitEncryption":true', '"EnableInTransitEncryption":false'],
    'CKV_AWS_351',
    'AWS-0138',
    'cdk-nag EMR5',
  ),
  {
    row: 92,
    title: 'who enters a node is known by Kerberos or by a key pair',
    ids: ['CKV_AWS_114', 'cdk-nag EMR6'],
    check: (json) =>
      addressesWhere(
        json,
        CLUSTER,
        (cluster) =>
          at(cluster, 'kerberos_attributes.realm') === undefined &&
          at(cluster, 'ec2_attributes.key_name') === undefined,
      ),
    breakIt: (json) => add(json, CLUSTER, { kerberos_attributes: { kdc_admin_password: 'x' } }),
  },
  {
    row: 93,
    title: 'security groups of clusters let nothing in from anywhere',
    ids: ['CKV2_AWS_7'],
    check: (json) => {
      const used = resources(json, CLUSTER).map(({ attributes }) => groupsOf(attributes));
      return addressesWhere(
        json,
        'aws_security_group',
        (own, group) =>
          refersTo(used, group) &&
          [
            ...listOf(own['ingress']),
            ...companions(json, 'aws_vpc_security_group_ingress_rule', 'security_group_id', group),
            ...companions(json, 'aws_security_group_rule', 'security_group_id', group),
          ].some((rule) => /0\.0\.0\.0\/0|"::\/0"/.test(JSON.stringify(rule))),
      );
    },
    breakIt: (json) => {
      const used = resources(json, CLUSTER).map(({ attributes }) => groupsOf(attributes));
      const group = resources(json, 'aws_security_group').find(({ address }) =>
        refersTo(used, address),
      )?.address;
      if (group === undefined) throw new Error('no cluster has a security group');
      add(json, 'aws_vpc_security_group_ingress_rule', {
        security_group_id: `\${${group}.id}`,
        cidr_ipv4: '0.0.0.0/0',
      });
      return group;
    },
  },
  {
    row: 94,
    title: 'clusters that are open to anywhere are refused',
    ids: ['CKV_AWS_390', 'EMR.2'],
    check: (json) => [
      ...absent(json, PUBLIC_ACCESS),
      ...addressesWhere(
        json,
        PUBLIC_ACCESS,
        (block) =>
          block['block_public_security_group_rules'] !== true ||
          listOf(block['permitted_public_security_group_rule_range']).length > 0,
      ),
    ],
    breakIt: (json) =>
      set(json, PUBLIC_ACCESS, 'permitted_public_security_group_rule_range', [
        { min_range: 22, max_range: 22 },
      ]),
  },
  {
    row: 95,
    title: 'primary nodes have no public address',
    ids: ['EMR.1'],
    check: (json) => {
      const open = publicSubnets(json);
      return addressesWhere(json, CLUSTER, (cluster) =>
        open.some((subnet) => refersTo(cluster['ec2_attributes'], subnet)),
      );
    },
    breakIt: (json) => {
      const [subnet] = publicSubnets(json);
      return set(json, CLUSTER, 'ec2_attributes.subnet_id', `\${${String(subnet)}.id}`);
    },
  },
  {
    row: 96,
    title: 'logs of clusters go to S3',
    ids: ['cdk-nag EMR2'],
    check: (json) => addressesWhere(json, CLUSTER, ({ log_uri }) => !String(log_uri).startsWith('s3://')),
    breakIt: (json) => set(json, CLUSTER, 'log_uri', undefined),
  },
  {
    row: 97,
    title: 'clusters end themselves or have a limit to grow to',
    ids: ['own'],
    check: (json) =>
      addressesWhere(
        json,
        CLUSTER,
        (cluster, address) =>
          at(cluster, 'auto_termination_policy.idle_timeout') === undefined &&
          !companions(json, 'aws_emr_managed_scaling_policy', 'cluster_id', address).some(
            (policy) => Number(at(policy, 'compute_limits.maximum_capacity_units')) > 0,
          ),
      ),
    breakIt: (json) => {
      remove(json, 'aws_emr_managed_scaling_policy');
      return first(json, CLUSTER).address;
    },
  },
]);
