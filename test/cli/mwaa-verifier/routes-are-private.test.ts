import { routesArePrivate } from '../../../cli/mwaa-verifier/routes-are-private';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, removeAt } from './describe-check';

const natRoute = (json: TerraformJson) => addressOf(json, 'aws_route', 'nat-route-az1');

describeCheck(routesArePrivate, [
  {
    sentence: 'a route to an internet gateway',
    breakIt: (json) => {
      const route = attributesAt(json, natRoute(json));
      delete route['nat_gateway_id'];
      route['gateway_id'] = `\${${addressOf(json, 'aws_internet_gateway', '')}.id}`;
      return natRoute(json);
    },
    text: /expected no route to an internet gateway, found one for 0\.0\.0\.0\/0/,
  },
  {
    sentence: 'such a route inside a table',
    breakIt: (json) => {
      const table = addressOf(json, 'aws_route_table', 'private_route-table-az2');
      attributesAt(json, table)['route'] = [
        { cidr_block: '0.0.0.0/0', gateway_id: `\${${addressOf(json, 'aws_internet_gateway', '')}.id}` },
      ];
      return table;
    },
    text: /expected no route to an internet gateway/,
  },
  {
    sentence: 'subnets in the table of the public ones',
    breakIt: (json) => {
      const association = addressOf(
        json,
        'aws_route_table_association',
        'private_route-table-association-az1',
      );
      const publicTable = addressOf(json, 'aws_route_table', 'public_route-table');
      attributesAt(json, association)['route_table_id'] = `\${${publicTable}.id}`;
      return addressOf(json, 'aws_route', 'internet-route');
    },
    text: /expected no route to an internet gateway/,
  },
  {
    sentence: 'a route to what is not there',
    breakIt: (json) => {
      removeAt(json, addressOf(json, 'aws_nat_gateway', ''));
      return ['nat-route-az1', 'nat-route-az2'].map((name) => addressOf(json, 'aws_route', name));
    },
    text: /found aws_nat_gateway\.\S+, which the stack does not have; the route would be a black hole/,
  },
  {
    sentence: 'a route to nothing',
    breakIt: (json) => {
      delete attributesAt(json, natRoute(json))['nat_gateway_id'];
      return natRoute(json);
    },
    text: /found no target/,
  },
  {
    sentence: 'a NAT gateway in a private subnet',
    breakIt: (json) => {
      const gateway = addressOf(json, 'aws_nat_gateway', '');
      attributesAt(json, gateway)['subnet_id'] =
        `\${${addressOf(json, 'aws_subnet', 'private_subnet-az1')}.id}`;
      return [gateway, gateway];
    },
    text: /a NAT gateway leads nowhere without it/,
  },
  {
    sentence: 'a subnet without a table',
    breakIt: (json) => {
      removeAt(json, addressOf(json, 'aws_route_table_association', 'private_route-table-association-az2'));
      return addressOf(json, 'aws_subnet', 'private_subnet-az2');
    },
    text: /expected a route table of its own, found none/,
  },
]);
