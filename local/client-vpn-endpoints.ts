import { randomBytes } from 'node:crypto';
import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import type { ClientVpnAuthentication } from './client-vpn-authentication';
import type { ClientVpnSettings } from './client-vpn-settings';
import type { PassingState } from './passing-state';
import { RegionalState } from './regional-state';

/** A subnet through which clients reach a VPC. */
export interface TargetNetwork {
  readonly id: string;
  readonly subnetId: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly zoneId: string;
  securityGroupIds: readonly string[];
  state: PassingState<'associating' | 'associated' | 'disassociating'>;
}

/** Who may reach a range of addresses. */
export interface AuthorizationRule {
  readonly destination: string;
  /** Undefined for everybody. */
  readonly groupId?: string;
  readonly description?: string;
  state: PassingState<'authorizing' | 'active' | 'revoking'>;
}

export interface ClientVpnRoute {
  readonly destination: string;
  readonly subnetId: string;
  readonly origin: 'associate' | 'add-route';
  readonly description?: string;
  state: PassingState<'creating' | 'active' | 'deleting'>;
}

/** A Client VPN endpoint with everything that belongs to it. */
export interface ClientVpnEndpoint {
  readonly id: string;
  readonly region: string;
  readonly createdAt: Date;
  readonly clientCidr: string;
  readonly transportProtocol: string;
  readonly authentication: readonly ClientVpnAuthentication[];
  readonly tags: Map<string, string>;
  settings: ClientVpnSettings;
  targetNetworks: TargetNetwork[];
  rules: AuthorizationRule[];
  routes: ClientVpnRoute[];
  revocationList?: string;
  deletion?: PassingState<'deleting'>;
}

/** Remembers endpoints, apart for each account and region. */
export class ClientVpnEndpoints {
  private readonly state = new RegionalState(() => new Map<string, ClientVpnEndpoint>());

  /** Those that are there, in the order in which they were made. */
  all(call: AwsCall): readonly ClientVpnEndpoint[] {
    const endpoints = this.state.of(call);
    for (const [id, endpoint] of endpoints) {
      if (endpoint.deletion?.isGone === true) endpoints.delete(id);
    }
    return [...endpoints.values()].map(withoutWhatIsGone);
  }

  add(call: AwsCall, endpoint: ClientVpnEndpoint): void {
    this.state.of(call).set(endpoint.id, endpoint);
  }

  /** Refuses an id that is not there as EC2 does. */
  get(call: AwsCall, id: string): ClientVpnEndpoint {
    const endpoint = this.all(call).find((one) => one.id === id);
    if (endpoint !== undefined) return endpoint;
    // Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
    throw new ServiceError({
      code: 'InvalidClientVpnEndpointId.NotFound',
      message: `Endpoint ${id} does not exist`,
    });
  }

  /** An endpoint that can be changed, which one that is being deleted cannot. */
  getChangeable(call: AwsCall, id: string): ClientVpnEndpoint {
    const endpoint = this.get(call, id);
    if (endpoint.deletion === undefined) return endpoint;
    throw new ServiceError({ code: 'IncorrectState', message: `Endpoint ${id} is being deleted` });
  }
}

/** AWS removes what is deleted some time after it was told to. */
function withoutWhatIsGone(endpoint: ClientVpnEndpoint): ClientVpnEndpoint {
  const remains = ({ state }: { readonly state: PassingState<string> }): boolean => !state.isGone;
  endpoint.targetNetworks = endpoint.targetNetworks.filter(remains);
  endpoint.rules = endpoint.rules.filter(remains);
  endpoint.routes = endpoint.routes.filter(remains);
  return endpoint;
}

/** An endpoint can be used as soon as one target network is associated. */
export function endpointState(endpoint: ClientVpnEndpoint): 'pending-associate' | 'available' | 'deleting' {
  if (endpoint.deletion !== undefined) return 'deleting';
  return endpoint.targetNetworks.some(({ state }) => state.code === 'associated')
    ? 'available'
    : 'pending-associate';
}

/** The name that clients resolve, with anything before the dot. */
export function endpointDomain({ id, region }: ClientVpnEndpoint): string {
  return `${id}.prod.clientvpn.${region}.amazonaws.com`;
}

/** `cvpn-endpoint-…` and `cvpn-assoc-…` */
export function newClientVpnId(prefix: string): string {
  return `${prefix}-${randomBytes(9).toString('hex').slice(0, 17)}`;
}
