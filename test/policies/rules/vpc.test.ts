import { INTERFACE_ENDPOINT_PRESETS } from '../../../config/limits/vpc-endpoints';
import { overlaps, parseCidr } from '../../../config/network/cidr';
import {
  add,
  addressesWhere,
  at,
  companions,
  first,
  refersTo,
  remove,
  resources,
  set,
} from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { actionsOf, principalsOf, resourcesOf, statementsIn } from '../../support/placed-statements';
import { describeRows } from '../../support/policy-rows';

const ANYWHERE = ['0.0.0.0/0', '::/0'];
const NACL_RULES = ['aws_network_acl', 'aws_default_network_acl', 'aws_network_acl_rule'];

const leadsAnywhere = (route: Attributes): boolean =>
  ANYWHERE.includes(String(route['destination_cidr_block'] ?? route['destination_ipv6_cidr_block']));

/** Addresses of the subnets whose route table this is. */
function subnetsOf(json: TerraformJson, routeTableId: unknown): string[] {
  const associations = resources(json, 'aws_route_table_association').filter(
    ({ attributes }) => attributes['route_table_id'] === routeTableId,
  );
  return addressesWhere(json, 'aws_subnet', (_, subnet) => refersTo(associations, subnet));
}

/** Whether a subnet holds anything but NAT gateways. */
function isUsed(json: TerraformJson, subnet: string): boolean {
  const others = Object.keys(json.resource ?? {}).filter(
    (type) => !['aws_nat_gateway', 'aws_route_table_association', 'aws_subnet'].includes(type),
  );
  return resources(json, ...others).some(({ attributes }) => refersTo(attributes, subnet));
}

/** The ranges of a stage's VPC and of its VPN clients. */
const ranges = (json: TerraformJson) =>
  resources(json, 'aws_vpc', 'aws_ec2_client_vpn_endpoint').map(({ address, attributes }) => ({
    address,
    block: parseCidr(String(attributes['cidr_block'] ?? attributes['client_cidr_block'])),
  }));

/** Whether a rule of a network ACL lets in SSH, RDP or everything from anywhere. */
function isOpen(rule: unknown): boolean {
  const ranges = [at(rule, 'cidr_block'), at(rule, 'ipv6_cidr_block')].map(String);
  const [from, to] = [at(rule, 'from_port') ?? 0, at(rule, 'to_port') ?? 65_535].map(Number) as [
    number,
    number,
  ];
  return (
    ranges.some((range) => ANYWHERE.includes(range)) &&
    [at(rule, 'action'), at(rule, 'rule_action')].includes('allow') &&
    ([-1, '-1', 'all'].includes(at(rule, 'protocol') as string) ||
      [22, 3389].some((port) => from <= port && port <= to))
  );
}

describeRows('vpc', [
  {
    row: 30,
    title: 'the traffic of every VPC is logged',
    ids: ['CKV2_AWS_11', 'AWS-0178', 'EC2.6', 'CIS 3.7'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_vpc',
        (_, vpc) => companions(json, 'aws_flow_log', 'vpc_id', vpc).length === 0,
      ),
    breakIt: (json) => {
      remove(json, 'aws_flow_log');
      return first(json, 'aws_vpc').address;
    },
  },
  {
    row: 32,
    title: 'no default VPC is used',
    ids: ['CKV_AWS_148', 'AWS-0101'],
    check: (json) => addressesWhere(json, ['aws_default_vpc', 'aws_default_subnet'], () => true),
    breakIt: (json) => add(json, 'aws_default_vpc'),
  },
  {
    row: 33,
    title: 'subnets give no public address',
    ids: ['CKV_AWS_130', 'AWS-0164', 'EC2.15'],
    check: (json) =>
      addressesWhere(json, 'aws_subnet', (subnet) => subnet['map_public_ip_on_launch'] !== false),
    breakIt: (json) => set(json, 'aws_subnet', 'map_public_ip_on_launch', true),
  },
  {
    row: 40,
    title: 'network ACLs let in neither SSH nor RDP from anywhere',
    ids: ['CKV_AWS_352', 'AWS-0102', 'AWS-0105', 'EC2.21', 'CIS 5.2'],
    check: (json) => [
      // AWS makes a VPC with a network ACL that lets everything through.
      ...addressesWhere(
        json,
        'aws_vpc',
        (_, vpc) => companions(json, ['aws_default_network_acl'], 'default_network_acl_id', vpc).length === 0,
      ),
      ...addressesWhere(
        json,
        NACL_RULES,
        (acl) =>
          acl['egress'] !== true && (Array.isArray(acl['ingress']) ? acl['ingress'] : [acl]).some(isOpen),
      ),
    ],
    breakIt: (json) => [
      add(json, 'aws_network_acl_rule', {
        cidr_block: '0.0.0.0/0',
        rule_action: 'allow',
        protocol: 'tcp',
        from_port: 0,
        to_port: 1024,
      }),
      add(json, 'aws_network_acl', { ingress: [{ ipv6_cidr_block: '::/0', action: 'allow', protocol: -1 }] }),
    ],
  },
  {
    row: 41,
    title: 'only subnets that hold nothing but NAT gateways have a route to the internet without NAT',
    ids: ['CKV2_AWS_35'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_route',
        (route) =>
          leadsAnywhere(route) &&
          route['nat_gateway_id'] === undefined &&
          subnetsOf(json, route['route_table_id']).some((subnet) => isUsed(json, subnet)),
      ),
    breakIt: (json) => {
      const nat = resources(json, 'aws_route').find(
        ({ attributes }) => attributes['nat_gateway_id'] !== undefined,
      );
      if (nat === undefined) throw new Error('there is no route to break');
      delete nat.attributes['nat_gateway_id'];
      nat.attributes['gateway_id'] = `\${${first(json, 'aws_internet_gateway').address}.id}`;
      return nat.address;
    },
  },
  {
    row: 42,
    title: 'routes to peers lead no further than the peer',
    ids: ['CKV2_AWS_44', 'CIS 5.6'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_route',
        (route) => route['vpc_peering_connection_id'] !== undefined && leadsAnywhere(route),
      ),
    breakIt: (json) =>
      add(json, 'aws_route', {
        vpc_peering_connection_id: 'pcx-1',
        destination_cidr_block: '0.0.0.0/0',
      }),
  },
  {
    row: 43,
    title: 'services that a stage uses are reached through VPC endpoints',
    ids: ['EC2.10'],
    check: (json) =>
      addressesWhere(json, 'aws_vpc', (_, vpc) => {
        const endpoints = companions(json, 'aws_vpc_endpoint', 'vpc_id', vpc);
        const names = endpoints.map(({ service_name }) => String(service_name));
        const s3 = endpoints.find(({ service_name }) => String(service_name).endsWith('.s3'));
        const tables = addressesWhere(json, 'aws_route_table', (_table, table) =>
          subnetsOf(json, `\${${table}.id}`).some((subnet) => isUsed(json, subnet)),
        );
        const needed = resources(json, 'aws_nat_gateway').length > 0 ? [] : INTERFACE_ENDPOINT_PRESETS.emr;
        return (
          tables.some((table) => !refersTo(s3?.['route_table_ids'], table)) ||
          needed.some((service) => !names.some((name) => name.endsWith(`.${service}`)))
        );
      }),
    breakIt: (json) => {
      const s3 = resources(json, 'aws_vpc_endpoint').find(({ attributes }) =>
        String(attributes['service_name']).endsWith('.s3'),
      );
      (s3?.attributes['route_table_ids'] as string[]).pop();
      return first(json, 'aws_vpc').address;
    },
  },
  {
    row: 44,
    title: 'VPC endpoints have a policy that does not allow everything',
    ids: ['own'],
    check: (json) => {
      const closed = statementsIn(json, 'endpoint')
        .filter(
          ({ statement }) =>
            !(
              statement.Effect === 'Allow' &&
              principalsOf(statement).includes('*') &&
              actionsOf(statement).includes('*') &&
              resourcesOf(statement).includes('*')
            ),
        )
        .map(({ address }) => address);
      return addressesWhere(json, 'aws_vpc_endpoint', (_, endpoint) => !closed.includes(endpoint));
    },
    breakIt: (json) =>
      add(json, 'aws_vpc_endpoint', {
        policy: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
        }),
      }),
  },
  {
    row: 45,
    title: 'transit gateways accept no attachment by themselves',
    ids: ['EC2.23'],
    check: (json) =>
      addressesWhere(
        json,
        'aws_ec2_transit_gateway',
        (gateway) => gateway['auto_accept_shared_attachments'] === 'enable',
      ),
    breakIt: (json) => add(json, 'aws_ec2_transit_gateway', { auto_accept_shared_attachments: 'enable' }),
  },
  {
    row: 49,
    title: 'the ranges of VPCs and of VPN clients do not overlap, in all stages together',
    ids: ['own'],
    check: (json, { others }) => {
      const elsewhere = others.flatMap(ranges);
      const own = ranges(json);
      return own
        .filter((range) =>
          [...own, ...elsewhere].some((other) => other !== range && overlaps(other.block, range.block)),
        )
        .map(({ address }) => address);
    },
    breakIt: (json, { others }) => {
      const [one, another] = others.flatMap(ranges).map(({ block }) => block.text);
      return [
        set(json, 'aws_vpc', 'cidr_block', one),
        add(json, 'aws_ec2_client_vpn_endpoint', { client_cidr_block: another }),
      ];
    },
  },
]);
