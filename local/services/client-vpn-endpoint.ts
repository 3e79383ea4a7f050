import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { authenticationElement, isMutual, readAuthentication } from '../client-vpn-authentication';
import { checkConnectionLog, usableServerCertificate } from '../client-vpn-dependencies';
import {
  type ClientVpnEndpoint,
  type ClientVpnEndpoints,
  endpointDomain,
  endpointState,
  newClientVpnId,
} from '../client-vpn-endpoints';
import { type ClientVpnSettings, DEFAULT_SETTINGS, namedSettings } from '../client-vpn-settings';
import { tagsAtCreation } from '../client-vpn-tag-specification';
import { securityGroupsOf } from '../client-vpn-vpc';
import { invalidEc2Value, oneOf, requiredOf, textsOf } from '../ec2-form';
import { ec2Page } from '../ec2-page';
import { ec2Service } from '../ec2-service';
import { ec2List, ec2Xml } from '../ec2-xml';
import { ipv4Range } from '../ipv4-range';
import type { MotoClient } from '../moto-client';
import { PassingState } from '../passing-state';

/** Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html */
const MAX_ENDPOINTS = 5;

/** The sizes of the range that clients get their addresses from: API_CreateClientVpnEndpoint, ClientCidrBlock. */
const LARGEST_PREFIX = 12;
const SMALLEST_PREFIX = 22;

/**
 * Client VPN endpoints: moto lacks all of Client VPN.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnEndpoint.html
 */
export function clientVpnEndpoint(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-endpoint',
    actions: {
      async CreateClientVpnEndpoint(input, call, moto) {
        const endpoint = await newEndpoint(input, call, moto);
        if (endpoints.all(call).length >= MAX_ENDPOINTS)
          throw new ServiceError({
            code: 'ClientVpnEndpointLimitExceeded',
            message: `You have reached the limit of ${MAX_ENDPOINTS} Client VPN endpoints`,
          });
        endpoints.add(call, endpoint);
        return ec2Xml({
          clientVpnEndpointId: endpoint.id,
          status: { code: endpointState(endpoint) },
          dnsName: `*.${endpointDomain(endpoint)}`,
        });
      },
      DescribeClientVpnEndpoints(input, call) {
        const ids = textsOf(input, 'ClientVpnEndpointId');
        const chosen = ids.length === 0 ? endpoints.all(call) : ids.map((id) => endpoints.get(call, id));
        const { items, nextToken } = ec2Page(input, chosen, {
          'endpoint-id': ({ id }) => id,
          'transport-protocol': ({ transportProtocol }) => transportProtocol,
        });
        return ec2Xml({ clientVpnEndpoint: ec2List(items.map(description)), nextToken });
      },
      async ModifyClientVpnEndpoint(input, call, moto) {
        const endpoint = endpoints.getChangeable(call, requiredOf(input, 'ClientVpnEndpointId'));
        const named = namedSettings(input);
        if (
          named.vpcId !== undefined &&
          named.vpcId !== endpoint.settings.vpcId &&
          endpoint.targetNetworks.length > 0
        )
          throw invalidEc2Value(
            `The VPC of ${endpoint.id} cannot change while target networks are associated`,
          );
        // Another VPC without security groups gets its own default group.
        const groups = named.vpcId !== undefined && { securityGroupIds: named.securityGroupIds ?? [] };
        const settings = { ...endpoint.settings, ...named, ...groups };
        checkPortal(endpoint.authentication.every(isMutual), named);
        endpoint.settings = await checked(settings, named, call, moto);
        if (named.vpcId !== undefined) {
          for (const network of endpoint.targetNetworks)
            network.securityGroupIds = endpoint.settings.securityGroupIds;
        }
        return ec2Xml({ return: true });
      },
      DeleteClientVpnEndpoint(input, call) {
        const endpoint = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const associations = endpoint.targetNetworks.map(({ id }) => id).join(', ');
        // Source of the wording: https://github.com/hashicorp/terraform-provider-aws/issues/14115
        if (associations !== '')
          throw new ServiceError({
            code: 'ClientVpnEndpointAssociationExists',
            message: `The endpoint that you're trying to delete has associations ${associations}`,
          });
        endpoint.deletion ??= new PassingState<'deleting'>('deleting');
        return ec2Xml({ status: { code: 'deleting' } });
      },
    },
  });
}

async function newEndpoint(
  input: URLSearchParams,
  call: AwsCall,
  moto: MotoClient,
): Promise<ClientVpnEndpoint> {
  const serverCertificateArn = requiredOf(input, 'ServerCertificateArn');
  const clientCidr = checkedClientCidr(requiredOf(input, 'ClientCidrBlock'));
  requiredOf(input, 'ConnectionLogOptions.Enabled');
  for (const type of ['EndpointIpAddressType', 'TrafficIpAddressType']) oneOf(input, type, ['ipv4']);
  const named = namedSettings(input);
  const transportProtocol = oneOf(input, 'TransportProtocol', ['tcp', 'udp']) ?? 'udp';
  const authentication = await readAuthentication(input, call, moto);
  checkPortal(authentication.every(isMutual), named);
  const settings = {
    ...DEFAULT_SETTINGS,
    // Only clients that sign in as somebody have a portal.
    hasSelfServicePortal: !authentication.every(isMutual),
    connectionLog: { isEnabled: false },
    serverCertificateArn,
    ...named,
  };
  return {
    id: newClientVpnId('cvpn-endpoint'),
    region: call.region,
    createdAt: new Date(),
    clientCidr,
    transportProtocol,
    authentication,
    tags: tagsAtCreation(input),
    settings: await checked(settings, named, call, moto),
    targetNetworks: [],
    rules: [],
    routes: [],
  };
}

function checkedClientCidr(text: string): string {
  const { prefix } = ipv4Range(text, 'ClientCidrBlock');
  if (prefix >= LARGEST_PREFIX && prefix <= SMALLEST_PREFIX) return text;
  throw invalidEc2Value(
    `Client CIDR ${text} must have a size between /${SMALLEST_PREFIX} and /${LARGEST_PREFIX}`,
  );
}

/** Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-self-service-portal.html */
function checkPortal(isMutualOnly: boolean, named: Partial<ClientVpnSettings>): void {
  if (isMutualOnly && named.hasSelfServicePortal === true)
    throw invalidEc2Value('The self-service portal is not available with mutual authentication');
}

/** The settings with the security groups that they come to, once what a request named is found to exist. */
async function checked(
  settings: ClientVpnSettings,
  named: Partial<ClientVpnSettings>,
  call: AwsCall,
  moto: MotoClient,
): Promise<ClientVpnSettings> {
  if (named.serverCertificateArn !== undefined)
    await usableServerCertificate(named.serverCertificateArn, call, moto);
  if (named.connectionLog !== undefined) await checkConnectionLog(named.connectionLog, call, moto);
  if (named.vpcId === undefined) return settings;
  const securityGroupIds = await securityGroupsOf(named.vpcId, settings.securityGroupIds, call, moto);
  return { ...settings, securityGroupIds };
}

function description(endpoint: ClientVpnEndpoint): object {
  const { id, settings, targetNetworks } = endpoint;
  const lambdaFunctionArn = settings.clientConnectLambdaArn || undefined;
  const bannerText = settings.bannerText || undefined;
  const log = settings.connectionLog;
  const networks = targetNetworks.filter(({ state }) => state.code === 'associated');
  return {
    clientVpnEndpointId: id,
    description: settings.description,
    status: { code: endpointState(endpoint) },
    creationTime: endpoint.createdAt.toISOString().slice(0, 19),
    dnsName: `*.${endpointDomain(endpoint)}`,
    clientCidrBlock: endpoint.clientCidr,
    dnsServer: settings.dnsServers.length === 0 ? undefined : ec2List(settings.dnsServers),
    splitTunnel: settings.splitTunnel,
    vpnProtocol: 'openvpn',
    transportProtocol: endpoint.transportProtocol,
    vpnPort: settings.vpnPort,
    associatedTargetNetwork: ec2List(
      networks.map(({ subnetId }) => ({ networkId: subnetId, networkType: 'vpc' })),
    ),
    serverCertificateArn: settings.serverCertificateArn,
    authenticationOptions: ec2List(endpoint.authentication.map(authenticationElement)),
    // The only elements of this answer whose names begin with a capital.
    connectionLogOptions: {
      Enabled: log.isEnabled,
      CloudwatchLogGroup: log.group,
      CloudwatchLogStream: log.stream,
    },
    tagSet: ec2List([...endpoint.tags].map(([key, value]) => ({ key, value }))),
    securityGroupIdSet: ec2List(settings.securityGroupIds),
    vpcId: settings.vpcId,
    selfServicePortalUrl: settings.hasSelfServicePortal
      ? `https://self-service.clientvpn.amazonaws.com/endpoints/${id}`
      : undefined,
    clientConnectOptions: {
      enabled: lambdaFunctionArn !== undefined,
      lambdaFunctionArn,
      status: { code: 'applied' },
    },
    sessionTimeoutHours: settings.sessionTimeoutHours,
    clientLoginBannerOptions: { enabled: bannerText !== undefined, bannerText },
    clientRouteEnforcementOptions: { enforced: settings.areRoutesEnforced },
    disconnectOnSessionTimeout: settings.disconnectsOnSessionTimeout,
    endpointIpAddressType: 'ipv4',
    trafficIpAddressType: 'ipv4',
  };
}
