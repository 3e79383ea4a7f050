import { referencesIn } from '../deploy-model/references';
import { type Attributes, blocks, type Resource, type VerifiedEnvironment } from './verified-environment';

/** One route of a route table. */
export interface Route {
  /** Address of the resource that it stands in. */
  readonly at: string;
  readonly destination: string;
  /** Addresses of what it leads to. */
  readonly targets: ReadonlySet<string>;
}

const TARGETS = [
  'carrier_gateway_id',
  'core_network_arn',
  'egress_only_gateway_id',
  'gateway_id',
  'nat_gateway_id',
  'network_interface_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
];

/** The route table that the stack gives a subnet. */
export function routeTableOf(environment: VerifiedEnvironment, subnet: Resource): Resource | undefined {
  return environment
    .companions('aws_route_table_association', 'subnet_id', subnet)
    .flatMap(({ attributes }) => environment.referred(attributes['route_table_id'], 'aws_route_table'))[0];
}

/** Routes of a table, whether they stand in it or by themselves. */
export function routesOf(environment: VerifiedEnvironment, table: Resource): Route[] {
  return [
    ...environment
      .companions('aws_route', 'route_table_id', table)
      .map(({ address, attributes }) => routeFrom(address, attributes)),
    ...blocks(table.attributes['route']).map((route) => routeFrom(table.address, route)),
  ];
}

/** Whether a subnet reaches the internet through NAT gateways. */
export function hasNat(environment: VerifiedEnvironment, subnet: Resource): boolean {
  return waysOut(environment, subnet).some(({ targets }) => [...targets].some(isNat));
}

/** Routes of a subnet that lead to any address. */
export function waysOut(environment: VerifiedEnvironment, subnet: Resource): Route[] {
  const table = routeTableOf(environment, subnet);
  if (table === undefined) return [];
  return routesOf(environment, table).filter(({ destination }) => isAnywhere(destination));
}

export const isNat = (address: string): boolean => address.startsWith('aws_nat_gateway.');
export const isInternetGateway = (address: string): boolean => address.startsWith('aws_internet_gateway.');

/** Whether a range is all there is. */
export const isAnywhere = (range: string): boolean => range === '0.0.0.0/0' || range === '::/0';

function routeFrom(at: string, attributes: Attributes): Route {
  const destination =
    attributes['destination_cidr_block'] ??
    attributes['cidr_block'] ??
    attributes['destination_ipv6_cidr_block'] ??
    attributes['ipv6_cidr_block'];
  return {
    at,
    destination: String(destination),
    targets: new Set(TARGETS.flatMap((name) => [...referencesIn(attributes[name])])),
  };
}
