import { Address4 } from 'ip-address';
import { ServiceError } from './aws-error';
import { booleanOf, invalidEc2Value, oneOf, requiredOf, textsOf } from './ec2-form';

/** What can be set of a Client VPN endpoint when it is made, and changed later. */
export interface ClientVpnSettings {
  readonly serverCertificateArn: string;
  readonly connectionLog: ConnectionLog;
  readonly dnsServers: readonly string[];
  readonly vpnPort: number;
  readonly description?: string;
  readonly splitTunnel: boolean;
  readonly vpcId?: string;
  readonly securityGroupIds: readonly string[];
  readonly hasSelfServicePortal: boolean;
  readonly clientConnectLambdaArn?: string;
  readonly sessionTimeoutHours: number;
  readonly bannerText?: string;
  readonly areRoutesEnforced: boolean;
  readonly disconnectsOnSessionTimeout: boolean;
}

export interface ConnectionLog {
  readonly isEnabled: boolean;
  readonly group?: string;
  readonly stream?: string;
}

/** AWS's defaults, as the API reference of CreateClientVpnEndpoint gives them. */
export const DEFAULT_SETTINGS = {
  dnsServers: [],
  vpnPort: 443,
  splitTunnel: false,
  securityGroupIds: [],
  hasSelfServicePortal: true,
  sessionTimeoutHours: 24,
  areRoutesEnforced: false,
  disconnectsOnSessionTimeout: true,
} as const;

const MAX_DNS_SERVERS = 2;
const MAX_BANNER_CHARACTERS = 1400;

/**
 * The settings that a request names, checked as far as that needs nothing else; those it does not name are
 * not there.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnEndpoint.html
 */
export function namedSettings(form: URLSearchParams): Partial<ClientVpnSettings> {
  if (textsOf(form, 'SecurityGroupId').length > 0 && !form.has('VpcId'))
    throw invalidEc2Value('Security Groups cannot be modified without specifying Vpc Id');
  return withoutUndefined({
    serverCertificateArn: form.get('ServerCertificateArn') ?? undefined,
    connectionLog: connectionLog(form),
    dnsServers: dnsServers(form),
    vpnPort: numberOf(oneOf(form, 'VpnPort', [443, 1194])),
    description: form.get('Description') ?? undefined,
    splitTunnel: booleanOf(form, 'SplitTunnel'),
    vpcId: form.get('VpcId') ?? undefined,
    securityGroupIds: form.has('SecurityGroupId.1') ? textsOf(form, 'SecurityGroupId') : undefined,
    hasSelfServicePortal: isEnabled(oneOf(form, 'SelfServicePortal', ['enabled', 'disabled'])),
    sessionTimeoutHours: numberOf(oneOf(form, 'SessionTimeoutHours', [8, 10, 12, 24])),
    areRoutesEnforced: booleanOf(form, 'ClientRouteEnforcementOptions.Enforced'),
    disconnectsOnSessionTimeout: booleanOf(form, 'DisconnectOnSessionTimeout'),
    ...clientConnect(form),
    ...banner(form),
  });
}

function connectionLog(form: URLSearchParams): ConnectionLog | undefined {
  const enabled = booleanOf(form, 'ConnectionLogOptions.Enabled');
  if (enabled === undefined) return undefined;
  if (!enabled) return { isEnabled: false };
  return {
    isEnabled: true,
    group: requiredOf(form, 'ConnectionLogOptions.CloudwatchLogGroup'),
    stream: form.get('ConnectionLogOptions.CloudwatchLogStream') ?? undefined,
  };
}

/** A list when an endpoint is made; a structure that can also take the servers away when it is modified. */
function dnsServers(form: URLSearchParams): readonly string[] | undefined {
  if (booleanOf(form, 'DnsServers.Enabled') === false) return [];
  const servers = [...textsOf(form, 'DnsServers'), ...textsOf(form, 'DnsServers.CustomDnsServers')];
  if (servers.length === 0) return undefined;
  if (servers.length > MAX_DNS_SERVERS)
    throw invalidEc2Value(`A Client VPN endpoint can have up to ${MAX_DNS_SERVERS} DNS servers`);
  for (const server of servers) {
    if (!Address4.isValid(server) || server.includes('/'))
      throw invalidEc2Value(`DNS server ${server} is not a valid IPv4 address`);
  }
  return servers;
}

/** The name's beginning is what Client VPN's service-linked role may invoke. */
const CONNECT_HANDLER = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:AWSClientVPN-[\w-]+(:[\w$-]+)?$/;

/** Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-authorization.html */
function clientConnect(form: URLSearchParams): { clientConnectLambdaArn?: string } | undefined {
  const enabled = booleanOf(form, 'ClientConnectOptions.Enabled');
  if (enabled === undefined) return undefined;
  if (!enabled) return { clientConnectLambdaArn: '' };
  const arn = requiredOf(form, 'ClientConnectOptions.LambdaFunctionArn');
  if (CONNECT_HANDLER.test(arn)) return { clientConnectLambdaArn: arn };
  throw invalidEc2Value(
    `Lambda function ${arn} is invalid. The name of the function must begin with the AWSClientVPN- prefix`,
  );
}

function banner(form: URLSearchParams): { bannerText?: string } | undefined {
  const enabled = booleanOf(form, 'ClientLoginBannerOptions.Enabled');
  const text = form.get('ClientLoginBannerOptions.BannerText') ?? '';
  if (enabled === undefined && text === '') return undefined;
  if (enabled !== true) {
    if (text === '') return { bannerText: '' };
    const message = 'Banner text cannot be specified when the client login banner is not enabled';
    throw new ServiceError({ code: 'InvalidParameterCombination', message });
  }
  requiredOf(form, 'ClientLoginBannerOptions.BannerText');
  if ([...text].length > MAX_BANNER_CHARACTERS)
    throw invalidEc2Value(`Banner text must not be longer than ${MAX_BANNER_CHARACTERS} characters`);
  return { bannerText: text };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function isEnabled(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'enabled';
}

/** So that what is spread over settings only overwrites what was named. */
function withoutUndefined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Partial<Value>;
}
