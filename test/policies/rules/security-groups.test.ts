import {
  add,
  addressesWhere,
  at,
  companions,
  first,
  remove,
  resources,
  set,
} from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { describeRows } from '../../support/policy-rows';

const INGRESS = ['aws_vpc_security_group_ingress_rule', 'aws_security_group_rule', 'aws_security_group'];
const EGRESS = ['aws_vpc_security_group_egress_rule', 'aws_security_group_rule', 'aws_security_group'];
const GROUPS = ['aws_security_group', 'aws_default_security_group'];
const RULES = [
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
  'aws_security_group_rule',
];
const ANYWHERE = /(?:^|[^\d.])0\.0\.0\.0\/0|(?:^|[^\da-f:])::\/0/;

/** The rules in one resource for one direction: the resource itself, or its blocks. */
function rulesOf(attributes: Attributes, direction: 'ingress' | 'egress'): Attributes[] {
  if (attributes['type'] !== undefined) return attributes['type'] === direction ? [attributes] : [];
  if (attributes['security_group_id'] !== undefined) return [attributes];
  return [attributes[direction] ?? []].flat() as Attributes[];
}

const isForAnywhere = (rule: Attributes): boolean => ANYWHERE.test(JSON.stringify(rule));

const isForAllPorts = (rule: Attributes): boolean =>
  ['-1', 'all', -1].includes((rule['ip_protocol'] ?? rule['protocol']) as string) ||
  (rule['from_port'] === 0 && rule['to_port'] === 65_535);

const covers = (rule: Attributes, port: number): boolean =>
  isForAllPorts(rule) || (Number(rule['from_port']) <= port && port <= Number(rule['to_port']));

/** Addresses of the resources that let in from anywhere to what is asked about. */
const openTo = (json: TerraformJson, isAsked: (rule: Attributes) => boolean): string[] =>
  addressesWhere(json, INGRESS, (attributes) =>
    rulesOf(attributes, 'ingress').some((rule) => isForAnywhere(rule) && isAsked(rule)),
  );

const rule = (source: Attributes, from: number, to: number): Attributes => ({
  security_group_id: 'sg-1',
  ip_protocol: 'tcp',
  from_port: from,
  to_port: to,
  ...source,
});

describeRows('security-groups', [
  {
    row: 31,
    title: 'the default security group of every VPC has no rules',
    ids: ['CKV2_AWS_12', 'AWS-0173', 'EC2.2', 'CIS 5.5'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_vpc',
        (_, vpc) =>
          !companions(json, 'aws_default_security_group', 'vpc_id', vpc).some(
            ({ ingress, egress }) => [ingress ?? [], egress ?? []].flat().length === 0,
          ),
      ),
    breakIt: (json) => {
      remove(json, 'aws_default_security_group');
      return first(json, 'aws_vpc').address;
    },
  },
  {
    row: 34,
    title: 'nothing is open to anywhere for SSH or RDP',
    ids: ['CKV_AWS_24', 'CKV_AWS_25', 'AWS-0107', 'EC2.13', 'EC2.14', 'CIS 5.3', 'CIS 5.4'],
    check: (json) => openTo(json, (asked) => covers(asked, 22) || covers(asked, 3389)),
    breakIt: (json) => [
      add(json, 'aws_vpc_security_group_ingress_rule', rule({ cidr_ipv6: '::/0' }, 3000, 4000)),
      add(json, 'aws_security_group', { ingress: [rule({ cidr_blocks: ['0.0.0.0/0'] }, 22, 22)] }),
    ],
  },
  {
    row: 35,
    title: 'nothing is open to anywhere for HTTP or on all ports',
    ids: ['CKV_AWS_260', 'CKV_AWS_277', 'EC2.18', 'EC2.19'],
    check: (json) => openTo(json, (asked) => covers(asked, 80) || isForAllPorts(asked)),
    breakIt: (json) => [
      add(json, 'aws_vpc_security_group_ingress_rule', rule({ cidr_ipv4: '0.0.0.0/0' }, 80, 80)),
      add(json, 'aws_security_group_rule', {
        type: 'ingress',
        cidr_blocks: ['0.0.0.0/0'],
        protocol: '-1',
      }),
    ],
  },
  {
    row: 36,
    title: 'nothing may call anywhere',
    ids: ['CKV_AWS_382', 'AWS-0104'],
    check: (json) =>
      addressesWhere(json, EGRESS, (attributes) => rulesOf(attributes, 'egress').some(isForAnywhere)),
    breakIt: (json) => add(json, 'aws_vpc_security_group_egress_rule', rule({ cidr_ipv6: '::/0' }, 443, 443)),
  },
  {
    row: 37,
    title: 'security groups and their rules are described',
    ids: ['CKV_AWS_23', 'AWS-0099', 'AWS-0124'],
    check: (json) =>
      addressesWhere(
        json,
        ['aws_security_group', ...RULES],
        // The provider's own text when none is given.
        ({ description }) => [undefined, '', 'Managed by Terraform'].includes(description as string),
      ),
    breakIt: (json) => [
      set(json, 'aws_security_group', 'description', undefined),
      set(json, 'aws_vpc_security_group_ingress_rule', 'description', ''),
      set(json, 'aws_vpc_security_group_egress_rule', 'description', undefined),
    ],
  },
  {
    row: 38,
    title: 'every security group is attached to something',
    ids: ['CKV2_AWS_5'],
    check: (json) => {
      const others = Object.keys(json.resource ?? {}).filter((type) => ![...GROUPS, ...RULES].includes(type));
      const users = JSON.stringify(resources(json, ...others).map(({ attributes }) => attributes));
      return addressesWhere(json, 'aws_security_group', (_, group) => !users.includes(`\${${group}.`));
    },
    breakIt: (json) => add(json, 'aws_security_group', { description: 'of nothing' }),
  },
  {
    row: 39,
    title: 'no rules stand inside security groups, where they fight with rules of their own',
    ids: ['tflint aws_security_group_inline_rules'],
    check: (json) =>
      addressesWhere(
        json,
        GROUPS,
        (group) => at(group, 'ingress') !== undefined || at(group, 'egress') !== undefined,
      ),
    breakIt: (json) => set(json, 'aws_security_group', 'egress', [rule({}, 443, 443)]),
  },
]);
