import { ServiceError } from '../aws-error';
import { type ClientVpnEndpoint, type ClientVpnEndpoints, endpointState } from '../client-vpn-endpoints';
import { invalidEc2Value, requiredOf } from '../ec2-form';
import { ec2Page } from '../ec2-page';
import { ec2Service } from '../ec2-service';
import { ec2List, ec2Xml } from '../ec2-xml';
import { ipv4Range, rangesOverlap } from '../ipv4-range';
import { PassingState } from '../passing-state';
import { pendingAssociation } from './client-vpn-target-network';

/** Routes that can be added for each association: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html */
const MAX_ROUTES = 100;

/** The target of a route among the clients themselves. */
const LOCAL = 'local';

const EVERYWHERE = '0.0.0.0/0';

/**
 * The route table of a Client VPN endpoint.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnRoute.html and
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-routes.html
 */
export function clientVpnRoute(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-route',
    actions: {
      CreateClientVpnRoute(input, call) {
        const endpoint = endpoints.getChangeable(call, requiredOf(input, 'ClientVpnEndpointId'));
        const destination = requiredOf(input, 'DestinationCidrBlock');
        const subnetId = requiredOf(input, 'TargetVpcSubnetId');
        checkRoute(endpoint, destination, subnetId);
        endpoint.routes.push({
          destination,
          subnetId,
          origin: 'add-route',
          description: input.get('Description') ?? undefined,
          state: new PassingState<'creating' | 'active'>('creating', 'active'),
        });
        return ec2Xml({ status: { code: 'creating' } });
      },
      DescribeClientVpnRoutes(input, call) {
        const { id, routes } = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const { items, nextToken } = ec2Page(input, routes, {
          'destination-cidr': ({ destination }) => destination,
          origin: ({ origin }) => origin,
          'target-subnet': ({ subnetId }) => subnetId,
        });
        const elements = items.map(({ destination, subnetId, origin, description, state }) => ({
          clientVpnEndpointId: id,
          destinationCidr: destination,
          targetSubnet: subnetId,
          type: 'Nat',
          origin,
          status: { code: state.code },
          description,
        }));
        return ec2Xml({ routes: ec2List(elements), nextToken });
      },
      DeleteClientVpnRoute(input, call) {
        const endpoint = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const destination = requiredOf(input, 'DestinationCidrBlock');
        const subnetId = input.get('TargetVpcSubnetId');
        const route = endpoint.routes.find(
          (one) => one.destination === destination && (subnetId === null || one.subnetId === subnetId),
        );
        if (route === undefined)
          throw new ServiceError({
            code: 'InvalidClientVpnRouteNotFound',
            message: `Route ${destination} does not exist for endpoint ${endpoint.id}`,
          });
        // It goes with the association that brought it.
        if (route.origin === 'associate')
          throw new ServiceError({
            code: 'OperationNotPermitted',
            message: `Route ${destination} was added with a target network and cannot be deleted`,
          });
        route.state = new PassingState<'deleting'>('deleting');
        return ec2Xml({ status: { code: 'deleting' } });
      },
    },
  });
}

function checkRoute(endpoint: ClientVpnEndpoint, destination: string, subnetId: string): void {
  const range = ipv4Range(destination, 'DestinationCidrBlock');
  if (endpointState(endpoint) !== 'available') throw pendingAssociation(endpoint);
  if (subnetId !== LOCAL) {
    if (!endpoint.targetNetworks.some((network) => network.subnetId === subnetId))
      throw new ServiceError({
        code: 'InvalidClientVpnSubnetId.NotFound',
        message: `Subnet ${subnetId} is not a target network of endpoint ${endpoint.id}`,
      });
    const overlapsClients = rangesOverlap(range, ipv4Range(endpoint.clientCidr, 'ClientCidrBlock'));
    // A default route leads everywhere else.
    if (overlapsClients && destination !== EVERYWHERE)
      throw invalidEc2Value(`Route ${destination} overlaps with the client CIDR ${endpoint.clientCidr}`);
  }
  const sameTarget = endpoint.routes.filter((route) => route.subnetId === subnetId);
  // Source of the wording: https://github.com/hashicorp/terraform-provider-aws/issues/18080
  if (sameTarget.some((route) => route.destination === destination))
    throw new ServiceError({ code: 'InvalidClientVpnDuplicateRoute', message: 'Route already exists' });
  if (sameTarget.filter(({ origin }) => origin === 'add-route').length >= MAX_ROUTES)
    throw new ServiceError({
      code: 'ClientVpnRouteLimitExceeded',
      message: `You have reached the limit of ${MAX_ROUTES} routes for a target network`,
    });
}
