import { networkAcls } from '../../../cli/mwaa-verifier/network-acls';
import { add } from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { addressOf, describeCheck, findingsOf } from './describe-check';

const rule = (number: number, action: string, more: Attributes = {}): Attributes => ({
  rule_no: number,
  action,
  protocol: '-1',
  cidr_block: '0.0.0.0/0',
  from_port: 0,
  to_port: 0,
  ...more,
});
const OPEN = [rule(100, 'allow')];
const DATABASE = { protocol: 'tcp', from_port: 5432, to_port: 5432 };

const subnetId = (json: TerraformJson, zone: string) =>
  `\${${addressOf(json, 'aws_subnet', `private_subnet-${zone}`)}.id}`;

/** An ACL for the first subnet. */
const acl = (json: TerraformJson, attributes: Attributes): string =>
  add(json, 'aws_network_acl', { subnet_ids: [subnetId(json, 'az1')], ...attributes });

describeCheck(networkAcls, [
  {
    sentence: 'an ACL without rules, in both directions',
    breakIt: (json) => [acl(json, {}), 'aws_network_acl.broken'],
    text: /expected (?:ingress|egress) rules that let port 5432 through/,
  },
  {
    sentence: 'an ACL that lets nothing in',
    breakIt: (json) => acl(json, { ingress: [], egress: OPEN }),
    text: /expected ingress rules/,
  },
  {
    sentence: 'an ACL that lets nothing out',
    breakIt: (json) => acl(json, { ingress: OPEN, egress: [] }),
    text: /expected egress rules/,
  },
  {
    sentence: 'a rule that denies the database before the one that allows it',
    breakIt: (json) => acl(json, { ingress: [...OPEN, rule(50, 'deny', DATABASE)], egress: OPEN }),
    text: /expected ingress rules/,
  },
  {
    sentence: 'a rule that denies it to a part of a subnet',
    breakIt: (json) =>
      acl(json, { ingress: [rule(50, 'deny', { cidr_block: '10.20.64.0/24' }), ...OPEN], egress: OPEN }),
    text: /expected ingress rules/,
  },
  {
    sentence: 'rules for other ports, and other ranges',
    breakIt: (json) =>
      acl(json, {
        ingress: [rule(100, 'allow', { protocol: '6', from_port: 443, to_port: 443 })],
        egress: OPEN,
      }),
    text: /expected ingress rules/,
  },
  {
    sentence: 'a default ACL that is closed, for both subnets',
    breakIt: (json) =>
      Array<string>(2).fill(add(json, 'aws_default_network_acl', { ingress: OPEN, egress: [] })),
    text: /expected egress rules/,
  },
  {
    sentence: 'rules that stand by themselves, for an ACL that is associated by itself',
    breakIt: (json) => {
      const address = add(json, 'aws_network_acl', { ingress: OPEN, egress: OPEN });
      add(json, 'aws_network_acl_association', {
        network_acl_id: `\${${address}.id}`,
        subnet_id: subnetId(json, 'az2'),
      });
      add(json, 'aws_network_acl_rule', {
        network_acl_id: `\${${address}.id}`,
        egress: true,
        rule_number: 10,
        rule_action: 'deny',
        protocol: 'tcp',
        cidr_block: '10.20.0.0/16',
        from_port: 1024,
        to_port: 65_535,
      });
      return address;
    },
    text: /expected egress rules/,
  },
]);

it('lets pass an ACL that denies what comes after', () => {
  const json = structuredClone(parsedLandingZone(fixtureConfig())['sandbox'] ?? {});
  const rules = [
    rule(10, 'allow', { ...DATABASE, cidr_block: '10.20.0.0/16' }),
    rule(20, 'deny'),
    { rule_no: 5, action: 'deny', protocol: '-1', ipv6_cidr_block: '::/0', from_port: 0, to_port: 0 },
  ];
  acl(json, { ingress: rules, egress: rules });
  expect(findingsOf(networkAcls, json)).toEqual([]);
});
