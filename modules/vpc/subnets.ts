import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** One subnet to make. */
export interface SubnetProps {
  /** Availability Zone id, such as `euw1-az1`: the same data centre in every account. */
  readonly zoneId: string;
  readonly cidr: string;
}

/** One subnet that has been made. */
export interface ZoneSubnet {
  /** Zone key, such as `az1`. */
  readonly zone: string;
  readonly subnetId: string;
  readonly cidr: string;
}

export interface SubnetsProps {
  readonly provider: TerraformProvider;
  readonly vpcId: string;
  /** Name of the tier in the console; the zone is appended. */
  readonly name: string;
  /** At most one per zone. */
  readonly subnets: readonly SubnetProps[];
  /** One route table per zone, or one for all of them. */
  readonly hasRouteTablePerZone: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The part of a zone id that is the same in every region: `euw1-az1` is `az1`. Construct ids are Terraform
 * addresses, and those must not name a region.
 */
export function zoneKey(zoneId: string): string {
  const key = /-(az\d+)$/.exec(zoneId)?.[1];
  if (key === undefined) {
    throw new Error(`${zoneId} is no Availability Zone id; expected a form such as euw1-az1`);
  }
  return key;
}

/** The subnets of one tier and their route tables. */
export class Subnets extends Construct {
  /** Zone keys in the order the subnets were given. */
  readonly zones: readonly string[];
  /** The subnets, in the order they were given. */
  readonly all: readonly ZoneSubnet[];
  private readonly subnetByZone = new Map<string, Subnet>();
  private readonly routeTableByZone = new Map<string, RouteTable>();
  private readonly associationByZone = new Map<string, RouteTableAssociation>();

  constructor(scope: Construct, id: string, props: SubnetsProps) {
    super(scope, id);
    const { provider, vpcId } = props;
    const sharedTable = props.hasRouteTablePerZone
      ? undefined
      : new RouteTable(this, 'route-table', { provider, vpcId, tags: { Name: props.name } });

    this.all = props.subnets.map(({ zoneId, cidr }) => {
      const zone = zoneKey(zoneId);
      const name = `${props.name}-${zone}`;
      const subnet = new Subnet(this, `subnet-${zone}`, {
        provider,
        vpcId,
        cidrBlock: cidr,
        availabilityZoneId: zoneId,
        mapPublicIpOnLaunch: false,
        tags: { Name: name, ...props.tags },
      });
      const routeTable =
        sharedTable ?? new RouteTable(this, `route-table-${zone}`, { provider, vpcId, tags: { Name: name } });
      const association = new RouteTableAssociation(this, `route-table-association-${zone}`, {
        provider,
        subnetId: subnet.id,
        routeTableId: routeTable.id,
      });
      this.associationByZone.set(zone, association);
      this.subnetByZone.set(zone, subnet);
      this.routeTableByZone.set(zone, routeTable);
      return { zone, subnetId: subnet.id, cidr };
    });
    this.zones = [...this.subnetByZone.keys()];
  }

  /** Ids of the subnets, in the order they were given. */
  get subnetIds(): string[] {
    return this.all.map(({ subnetId }) => subnetId);
  }

  /** Ids of the route tables, each once. */
  get routeTableIds(): string[] {
    return [...new Set(this.routeTableByZone.values())].map((table) => table.id);
  }

  /**
   * The subnets with these ids, which must be as `subnetIds` gave them.
   *
   * @throws Error when the tier has no such subnet
   */
  withIds(ids: readonly string[]): ZoneSubnet[] {
    return ids.map((id) =>
      found(
        this.all.find(({ subnetId }) => subnetId === id),
        id,
      ),
    );
  }

  /** @throws Error when the tier has no subnet in the zone. */
  subnetIn(zone: string): Subnet {
    return found(this.subnetByZone.get(zone), `in zone ${zone}`);
  }

  /** @throws Error when the tier has no subnet in the zone. */
  routeTableIn(zone: string): RouteTable {
    return found(this.routeTableByZone.get(zone), `in zone ${zone}`);
  }

  /** What puts the routes in force in a zone's subnet. @throws Error when the tier has no subnet in the zone. */
  associationIn(zone: string): RouteTableAssociation {
    return found(this.associationByZone.get(zone), zone);
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the tier has no subnet ${what}`);
  return value;
}
