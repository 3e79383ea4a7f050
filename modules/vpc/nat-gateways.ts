import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { Subnets } from './subnets';

/** `single`: one gateway for all zones. `perZone`: one in each. `none`: no way out but endpoints. */
export type NatMode = 'none' | 'single' | 'perZone';

export interface NatGatewaysProps {
  readonly provider: TerraformProvider;
  readonly vpcId: string;
  /** Prefix of the names in the console. */
  readonly name: string;
  readonly mode: Exclude<NatMode, 'none'>;
  readonly publicSubnets: Subnets;
  readonly privateSubnets: Subnets;
}

const ANYWHERE = '0.0.0.0/0';

/**
 * The way out of the private subnets: an internet gateway, NAT gateways with a fixed address each, and the
 * routes. These addresses are the only public ones of the stage.
 */
export class NatGateways extends Construct {
  /** The private subnets' way out, by zone. */
  readonly routes: ReadonlyMap<string, Route>;
  /** Ids of the gateways by the zone key (`az1`) of the zone each stands in. */
  readonly gatewayIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: NatGatewaysProps) {
    super(scope, id);
    const { provider, vpcId, publicSubnets, privateSubnets } = props;

    const internetGateway = new InternetGateway(this, 'internet-gateway', {
      provider,
      vpcId,
      tags: { Name: props.name },
    });
    const [publicRouteTableId] = publicSubnets.routeTableIds;
    const wayOut = new Route(this, 'internet-route', {
      provider,
      routeTableId: publicRouteTableId ?? '',
      destinationCidrBlock: ANYWHERE,
      gatewayId: internetGateway.id,
    });

    const gatewayZones = props.mode === 'single' ? publicSubnets.zones.slice(0, 1) : publicSubnets.zones;
    const gateways = new Map(gatewayZones.map((zone) => [zone, this.gatewayIn(zone, props, wayOut)]));
    this.gatewayIds = Object.fromEntries([...gateways].map(([zone, gateway]) => [zone, gateway.id]));

    const routes = privateSubnets.zones.map((zone) => {
      const gateway = gateways.get(zone) ?? [...gateways.values()][0];
      if (!gateway) throw new Error('a VPC with NAT needs at least one public subnet');
      const route = new Route(this, `nat-route-${zone}`, {
        provider,
        routeTableId: privateSubnets.routeTableIn(zone).id,
        destinationCidrBlock: ANYWHERE,
        natGatewayId: gateway.id,
      });
      return [zone, route] as const;
    });
    this.routes = new Map(routes);
  }

  private gatewayIn(zone: string, props: NatGatewaysProps, wayOut: Route): NatGateway {
    const tags = { Name: `${props.name}-nat-${zone}` };
    const address = new Eip(this, `eip-${zone}`, { provider: props.provider, domain: 'vpc', tags });
    return new NatGateway(this, `nat-gateway-${zone}`, {
      provider: props.provider,
      allocationId: address.id,
      subnetId: props.publicSubnets.subnetIn(zone).id,
      // A gateway without a way out fails; Terraform cannot see that order from the arguments.
      dependsOn: [wayOut],
      tags,
    });
  }
}
