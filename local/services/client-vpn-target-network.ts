import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import {
  type ClientVpnEndpoint,
  type ClientVpnEndpoints,
  type TargetNetwork,
  newClientVpnId,
} from '../client-vpn-endpoints';
import { type DescribedSubnet, describedSubnet, securityGroupsOf, vpcRanges } from '../client-vpn-vpc';
import { invalidEc2Value, requiredOf, textsOf } from '../ec2-form';
import { ec2Page } from '../ec2-page';
import { ec2Service } from '../ec2-service';
import { ec2List, ec2Xml } from '../ec2-xml';
import { ipv4Range, rangesOverlap } from '../ipv4-range';
import type { MotoClient } from '../moto-client';
import { PassingState } from '../passing-state';

/**
 * What a subnet must have at least.
 *
 * Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html
 */
const SMALLEST_PREFIX = 27;
const MIN_FREE_ADDRESSES = 20;

/**
 * The subnets through which the clients of a Client VPN endpoint reach a VPC.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateClientVpnTargetNetwork.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function clientVpnTargetNetwork(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-target-network',
    actions: {
      async AssociateClientVpnTargetNetwork(input, call, moto) {
        const endpointId = requiredOf(input, 'ClientVpnEndpointId');
        const subnet = await existingSubnet(requiredOf(input, 'SubnetId'), call, moto);
        const ranges = await vpcRanges(subnet.vpcId, call, moto);
        const groups = await securityGroupsOf(subnet.vpcId, [], call, moto);
        // From here on nothing is waited for: of two associations at once, the second sees the first.
        const endpoint = endpoints.getChangeable(call, endpointId);
        checkAssociation(endpoint, subnet, ranges);
        const network = associate(endpoint, subnet, ranges[0], groups);
        return ec2Xml({ associationId: network.id, status: { code: network.state.code } });
      },
      DescribeClientVpnTargetNetworks(input, call) {
        const endpoint = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const ids = textsOf(input, 'AssociationIds');
        const chosen = ids.length === 0 ? endpoint.targetNetworks : ids.map((id) => networkOf(endpoint, id));
        const { items, nextToken } = ec2Page(input, chosen, {
          'association-id': ({ id }) => id,
          'target-network-id': ({ subnetId }) => subnetId,
          'vpc-id': ({ vpcId }) => vpcId,
        });
        const elements = items.map((network) => element(endpoint, network));
        return ec2Xml({ clientVpnTargetNetworks: ec2List(elements), nextToken });
      },
      DisassociateClientVpnTargetNetwork(input, call) {
        const endpoint = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const network = networkOf(endpoint, requiredOf(input, 'AssociationId'));
        network.state = new PassingState<'disassociating'>('disassociating');
        for (const route of endpoint.routes) {
          if (route.subnetId === network.subnetId) route.state = new PassingState<'deleting'>('deleting');
        }
        return ec2Xml({ associationId: network.id, status: { code: 'disassociating' } });
      },
      async ApplySecurityGroupsToClientVpnTargetNetwork(input, call, moto) {
        const endpoint = endpoints.getChangeable(call, requiredOf(input, 'ClientVpnEndpointId'));
        const vpcId = requiredOf(input, 'VpcId');
        requiredOf(input, 'SecurityGroupId.1');
        if (endpoint.targetNetworks.length === 0) throw pendingAssociation(endpoint);
        if (endpoint.settings.vpcId !== vpcId)
          throw invalidEc2Value(`VPC ${vpcId} is not associated with endpoint ${endpoint.id}`);
        const groups = await securityGroupsOf(vpcId, textsOf(input, 'SecurityGroupId'), call, moto);
        endpoint.settings = { ...endpoint.settings, securityGroupIds: groups };
        for (const network of endpoint.targetNetworks) network.securityGroupIds = groups;
        return ec2Xml({ securityGroupIds: ec2List(groups) });
      },
    },
  });
}

/** Refuses what needs a target network while there is none. */
export function pendingAssociation({ id }: ClientVpnEndpoint): ServiceError {
  return new ServiceError({
    code: 'InvalidClientVpnActiveAssociationNotFound',
    message: `Endpoint ${id} is in the pending-associate state`,
  });
}

async function existingSubnet(subnetId: string, call: AwsCall, moto: MotoClient): Promise<DescribedSubnet> {
  const subnet = await describedSubnet(subnetId, call, moto);
  if (subnet !== undefined) return subnet;
  throw new ServiceError({
    code: 'InvalidClientVpnSubnetId.NotFound',
    message: `Subnet ${subnetId} does not exist`,
  });
}

function checkAssociation(
  endpoint: ClientVpnEndpoint,
  subnet: DescribedSubnet,
  ranges: readonly string[],
): void {
  const { subnetId, vpcId, cidrBlock, availabilityZone } = subnet;
  if (endpoint.targetNetworks.some((network) => network.subnetId === subnetId))
    throw new ServiceError({
      code: 'InvalidClientVpnDuplicateAssociationException',
      message: `Subnet ${subnetId} is already associated with endpoint ${endpoint.id}`,
    });
  const ownVpc = endpoint.settings.vpcId;
  if (ownVpc !== undefined && ownVpc !== vpcId)
    throw new ServiceError({
      code: 'InvalidClientVpnSubnetId.NotFound',
      message: `Subnet ${subnetId} is not in the VPC ${ownVpc} of endpoint ${endpoint.id}`,
    });
  if (endpoint.targetNetworks.some(({ zone }) => zone === availabilityZone))
    throw new ServiceError({
      code: 'InvalidClientVpnSubnetId.DuplicateAz',
      message: `Endpoint ${endpoint.id} already has a target network in ${availabilityZone}`,
    });
  const clients = ipv4Range(endpoint.clientCidr, 'ClientCidrBlock');
  const overlapping = ranges.find((range) => rangesOverlap(clients, ipv4Range(range, 'CidrBlock')));
  if (overlapping !== undefined)
    throw new ServiceError({
      code: 'InvalidClientVpnSubnetId.OverlappingCidr',
      message: `The range ${overlapping} of VPC ${vpcId} overlaps with the client CIDR ${endpoint.clientCidr}`,
    });
  if (ipv4Range(cidrBlock, 'CidrBlock').prefix > SMALLEST_PREFIX)
    throw invalidEc2Value(
      `Subnet ${subnetId} with ${cidrBlock} is too small. It must be at least a /${SMALLEST_PREFIX}`,
    );
  if (Number(subnet.availableIpAddressCount) < MIN_FREE_ADDRESSES)
    throw new ServiceError({
      code: 'InsufficientFreeAddressesInSubnet',
      message: `Subnet ${subnetId} has ${subnet.availableIpAddressCount} free addresses, and needs at least ${MIN_FREE_ADDRESSES}`,
    });
}

/** The first association decides on the VPC if nothing did before; each brings the route to the VPC. */
function associate(
  endpoint: ClientVpnEndpoint,
  subnet: DescribedSubnet,
  vpcRange: string,
  defaultGroups: readonly string[],
): TargetNetwork {
  const { subnetId, vpcId } = subnet;
  if (endpoint.settings.vpcId === undefined)
    endpoint.settings = { ...endpoint.settings, vpcId, securityGroupIds: defaultGroups };
  const network: TargetNetwork = {
    id: newClientVpnId('cvpn-assoc'),
    subnetId,
    vpcId,
    zone: subnet.availabilityZone,
    zoneId: subnet.availabilityZoneId,
    securityGroupIds: endpoint.settings.securityGroupIds,
    state: new PassingState<'associating' | 'associated'>('associating', 'associated'),
  };
  endpoint.targetNetworks.push(network);
  endpoint.routes.push({
    destination: vpcRange,
    subnetId,
    origin: 'associate',
    description: 'Default Route',
    state: new PassingState<'creating' | 'active'>('creating', 'active'),
  });
  return network;
}

function networkOf(endpoint: ClientVpnEndpoint, associationId: string): TargetNetwork {
  const network = endpoint.targetNetworks.find(({ id }) => id === associationId);
  if (network !== undefined) return network;
  throw new ServiceError({
    code: 'InvalidClientVpnAssociationIdNotFound',
    message: `Association ${associationId} does not exist for endpoint ${endpoint.id}`,
  });
}

function element(endpoint: ClientVpnEndpoint, network: TargetNetwork): object {
  return {
    associationId: network.id,
    vpcId: network.vpcId,
    targetNetworkId: network.subnetId,
    clientVpnEndpointId: endpoint.id,
    status: { code: network.state.code },
    securityGroups: ec2List(network.securityGroupIds),
    availabilityZoneSet: ec2List([network.zone]),
    availabilityZoneIdSet: ec2List([network.zoneId]),
  };
}
