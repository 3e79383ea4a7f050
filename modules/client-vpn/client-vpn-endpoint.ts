import { Ec2ClientVpnEndpoint } from '@cdktf/provider-aws/lib/ec2-client-vpn-endpoint';
import { Ec2ClientVpnNetworkAssociation } from '@cdktf/provider-aws/lib/ec2-client-vpn-network-association';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { ConnectionLog } from './connection-log';
import { authenticationOptions, type VpnAuthentication } from './vpn-authentication';

export interface ClientVpnEndpointProps {
  readonly provider: TerraformProvider;
  /** Name in the console, and what `lz vpn profile` finds the endpoint by. */
  readonly name: string;
  readonly vpcId: string;
  /** Group of the endpoint's network interfaces, which is where people's traffic seems to come from. */
  readonly securityGroupId: string;
  /** IPv4 range of the clients, /12 to /22. Cannot be changed later. */
  readonly clientCidr: string;
  /** Address of the VPC's own DNS: without it, private names do not resolve on people's machines. */
  readonly dnsServer: string;
  /** Certificate in ACM, in the endpoint's account and region. */
  readonly serverCertificateArn: string;
  readonly authentication: VpnAuthentication;
  /** Hours after which people sign in again: 8, 10 or 12; AWS's 24 outlast a working day. */
  readonly sessionHours: number;
  /** Shown when somebody connects; at most 1,400 characters. */
  readonly banner: string;
  /**
   * Whether all traffic of a connected machine goes into the tunnel, and not only what is meant for the VPC.
   *
   * @default false
   */
  readonly isFullTunnel?: boolean;
  readonly transport: 'udp' | 'tcp';
  /** 443 or 1194. */
  readonly port: number;
  readonly hasSelfServicePortal: boolean;
  readonly log: ConnectionLog;
  /** One subnet of each zone the endpoint is in. Each costs by the hour. */
  readonly subnets: readonly { readonly zone: string; readonly subnetId: string }[];
}

/** A Client VPN endpoint and its network interfaces in the VPC. */
export class ClientVpnEndpoint extends Construct {
  readonly endpointId: string;
  readonly dnsName: string;
  readonly selfServicePortalUrl: string;

  constructor(scope: Construct, id: string, props: ClientVpnEndpointProps) {
    super(scope, id);
    const { provider, name } = props;
    const endpoint = new Ec2ClientVpnEndpoint(this, 'endpoint', {
      provider,
      description: name,
      vpcId: props.vpcId,
      securityGroupIds: [props.securityGroupId],
      clientCidrBlock: props.clientCidr,
      dnsServers: [props.dnsServer],
      serverCertificateArn: props.serverCertificateArn,
      authenticationOptions: [authenticationOptions(props.authentication)],
      splitTunnel: !(props.isFullTunnel ?? false),
      transportProtocol: props.transport,
      vpnPort: props.port,
      sessionTimeoutHours: props.sessionHours,
      // Else the client signs in again by itself, and a session has no end.
      disconnectOnSessionTimeout: true,
      clientLoginBannerOptions: { enabled: true, bannerText: props.banner },
      selfServicePortal: props.hasSelfServicePortal ? 'enabled' : 'disabled',
      connectionLogOptions: {
        enabled: true,
        cloudwatchLogGroup: props.log.groupName,
        cloudwatchLogStream: props.log.streamName,
      },
      tags: { Name: name },
    });
    this.endpointId = endpoint.id;
    this.dnsName = endpoint.dnsName;
    this.selfServicePortalUrl = endpoint.selfServicePortalUrl;

    for (const { zone, subnetId } of props.subnets) {
      // AWS adds the route to the VPC by itself, with the first one.
      new Ec2ClientVpnNetworkAssociation(this, `association-${zone}`, {
        provider,
        clientVpnEndpointId: endpoint.id,
        subnetId,
        // AWS takes about ten minutes for one, and does them one after the other.
        timeouts: { create: '30m', delete: '30m' },
      });
    }
  }
}
