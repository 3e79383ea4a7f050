import {
  DescribeClientVpnEndpointsCommand,
  type EC2Client,
  paginateDescribeClientVpnAuthorizationRules,
  paginateDescribeClientVpnRoutes,
  paginateDescribeClientVpnTargetNetworks,
} from '@aws-sdk/client-ec2';

/**
 * The Client VPN of an account: its endpoint, associations, authorization rules and routes.
 *
 * @returns undefined when there is none
 */
export async function readVpn(ec2: EC2Client): Promise<string[] | undefined> {
  const { ClientVpnEndpoints: [endpoint] = [] } = await ec2.send(new DescribeClientVpnEndpointsCommand({}));
  if (endpoint === undefined) return undefined;
  const of = { ClientVpnEndpointId: endpoint.ClientVpnEndpointId };
  const client = { client: ec2 };
  const lines = [
    `endpoint  ${endpoint.ClientVpnEndpointId}  ${endpoint.Status?.Code}  ${endpoint.ClientCidrBlock}`,
    `          ${endpoint.DnsName}`,
  ];
  for await (const { ClientVpnTargetNetworks: networks = [] } of paginateDescribeClientVpnTargetNetworks(
    client,
    of,
  ))
    // prettier-ignore
    for (const { AssociationId, TargetNetworkId, Status } of networks)
      lines.push(`association  ${AssociationId}  ${Status?.Code}  ${TargetNetworkId}`);
  for await (const { AuthorizationRules: rules = [] } of paginateDescribeClientVpnAuthorizationRules(
    client,
    of,
  ))
    // prettier-ignore
    for (const { DestinationCidr, AccessAll, GroupId, Status } of rules)
      lines.push(`rule  ${DestinationCidr}  ${Status?.Code}  ${AccessAll === true ? 'everybody' : GroupId}`);
  for await (const { Routes: routes = [] } of paginateDescribeClientVpnRoutes(client, of))
    for (const { DestinationCidr, TargetSubnet, Status } of routes)
      lines.push(`route  ${DestinationCidr}  ${Status?.Code}  ${TargetSubnet}`);
  return lines;
}
