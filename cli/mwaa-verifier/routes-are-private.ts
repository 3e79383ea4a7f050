import type { Check, Finding } from './check';
import { isInternetGateway, routesOf, routeTableOf, type Route, waysOut } from './routes';
import type { Resource, VerifiedEnvironment } from './verified-environment';

/**
 * Environments stand in private subnets; what has a route to an internet gateway is a public one.
 *
 * Source: "About networking on Amazon MWAA", routing
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/networking-about.html).
 */
export const routesArePrivate: Check = {
  id: 'routes-are-private',
  title: 'Routes of the subnets lead somewhere, and none to an internet gateway',
  check: (environment) => environment.subnets.flatMap((subnet) => findingsOf(environment, subnet)),
};

function findingsOf(environment: VerifiedEnvironment, subnet: Resource): Finding[] {
  const table = routeTableOf(environment, subnet);
  if (table === undefined) {
    return [
      {
        at: subnet.address,
        text: 'expected a route table of its own, found none; associate one with the subnet',
      },
    ];
  }
  return routesOf(environment, table).flatMap((route) => wrongIn(environment, route));
}

function wrongIn(environment: VerifiedEnvironment, { at, destination, targets }: Route): Finding[] {
  const to = [...targets];
  const known = new Set(
    environment.resources(...to.map((address) => address.split('.', 1).join())).map(({ address }) => address),
  );
  if (!to.some((address) => known.has(address))) {
    const text = `expected a way to ${destination}, found ${to.join(', ') || 'no target'}, which the stack does not have; the route would be a black hole`;
    return [{ at, text }];
  }
  if (to.some(isInternetGateway)) {
    const text = `expected no route to an internet gateway, found one for ${destination}; lead it to a NAT gateway`;
    return [{ at, text }];
  }
  const dead = environment
    .resources('aws_nat_gateway')
    .filter(({ address }) => targets.has(address) && !isOnTheInternet(environment, address));
  return dead.map(({ address }) => ({
    at: address,
    text: 'expected a subnet with a route to an internet gateway, found none: a NAT gateway leads nowhere without it; put it into a public subnet',
  }));
}

function isOnTheInternet(environment: VerifiedEnvironment, gateway: string): boolean {
  const subnets = environment
    .resources('aws_nat_gateway')
    .filter(({ address }) => address === gateway)
    .flatMap(({ attributes }) => environment.referred(attributes['subnet_id'], 'aws_subnet'));
  return subnets.some((subnet) =>
    waysOut(environment, subnet).some(({ targets }) => [...targets].some(isInternetGateway)),
  );
}
