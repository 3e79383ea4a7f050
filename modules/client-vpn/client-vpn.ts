import { Construct } from 'constructs';
import { AuthorizationRules } from './authorization-rules';
import { ClientVpnEndpoint, type ClientVpnEndpointProps } from './client-vpn-endpoint';
import { ConnectionLog } from './connection-log';
import { VpnSecurityGroup } from './vpn-security-group';
import type { VpnTarget } from './vpn-target';

export interface ClientVpnProps extends Omit<ClientVpnEndpointProps, 'securityGroupId' | 'log'> {
  /** Prefix of all names. */
  readonly name: string;
  readonly log: {
    readonly retentionDays: number;
    /** Key that encrypts the log group; its policy must admit CloudWatch Logs. */
    readonly kmsKeyArn: string;
  };
  /** Where people may go, by name. */
  readonly targets: Readonly<Record<string, VpnTarget>>;
}

/**
 * How people get to what has no public address: an endpoint, who may reach which subnets through it, and which
 * ports answer there.
 */
export class ClientVpn extends Construct {
  readonly endpointId: string;
  /** Name that profiles lead to, with a `*` where each connection puts something of its own. */
  readonly dnsName: string;
  /** Where people fetch client and profile, if the portal is on. */
  readonly selfServicePortalUrl: string;
  readonly securityGroupId: string;
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: ClientVpnProps) {
    super(scope, id);
    const { provider, vpcId, authentication, targets } = props;
    const name = `${props.name}-client-vpn`;

    const log = new ConnectionLog(this, 'log', { provider, ...props.log, name: props.name });
    this.logGroupName = log.groupName;

    const securityGroup = new VpnSecurityGroup(this, 'security-group', { provider, vpcId, name });
    this.securityGroupId = securityGroup.groupId;
    for (const [target, { openings }] of Object.entries(targets)) {
      if (!isReached(target, props)) continue;
      for (const opening of openings) securityGroup.open(target, opening);
    }

    const endpoint = new ClientVpnEndpoint(this, 'endpoint', {
      ...props,
      name,
      securityGroupId: securityGroup.groupId,
      log,
    });
    this.endpointId = endpoint.endpointId;
    this.dnsName = endpoint.dnsName;
    this.selfServicePortalUrl = endpoint.selfServicePortalUrl;

    new AuthorizationRules(this, 'access', {
      provider,
      endpointId: endpoint.endpointId,
      dnsServer: props.dnsServer,
      authentication,
      targets,
    });
  }
}

/** A port that no group may reach stays closed. */
function isReached(target: string, { authentication }: ClientVpnProps): boolean {
  return (
    authentication.type === 'mutualTls' ||
    authentication.groups.some((group) => group.targets.includes(target))
  );
}
