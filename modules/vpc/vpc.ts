import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Vpc as VpcResource } from '@cdktf/provider-aws/lib/vpc';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { FlowLog, type FlowLogTraffic } from './flow-log';
import { GatewayEndpoints } from './gateway-endpoints';
import { InterfaceEndpoints } from './interface-endpoints';
import { NatGateways, type NatMode } from './nat-gateways';
import { type SubnetProps, Subnets } from './subnets';

export interface VpcProps {
  readonly provider: TerraformProvider;
  /** Account the VPC is in. */
  readonly accountId: string;
  readonly region: string;
  /** Prefix of all names that people see in the console. */
  readonly name: string;
  /** IPv4 range, /16 to /28. Cannot be changed later. */
  readonly cidr: string;
  /** Where everything works: one subnet per Availability Zone, without a route in from the internet. */
  readonly privateSubnets: readonly SubnetProps[];
  /** Where NAT gateways stand, one subnet per zone. Unused, and not made, when `nat` is `none`. */
  readonly publicSubnets: readonly SubnetProps[];
  readonly nat: NatMode;
  /** Services to reach through interface endpoints, such as `secretsmanager` or `airflow.api`. */
  readonly interfaceEndpoints: readonly string[];
  /** Those of them that something slow waits for; they are made first. */
  readonly firstInterfaceEndpoints: readonly string[];
  /** Whether DynamoDB gets a gateway endpoint; S3 always has one. */
  readonly hasDynamodbEndpoint: boolean;
  readonly flowLog: {
    readonly traffic: FlowLogTraffic;
    /** Seconds of traffic in one record: 60 or 600. */
    readonly aggregationSeconds: number;
    readonly retentionDays: number;
    /** Key that encrypts the log group; its policy must admit CloudWatch Logs. */
    readonly kmsKeyArn: string;
  };
  /** Tags that services look for on the VPC and its private subnets. */
  readonly serviceTags: Readonly<Record<string, string>>;
}

/**
 * The network of a stage: private subnets in two or three zones, a way out through NAT gateways or
 * interface endpoints, flow logs, and a default security group that lets nothing through.
 */
export class Vpc extends Construct {
  readonly vpcId: string;
  readonly privateSubnets: Subnets;
  readonly publicSubnets?: Subnets;
  /** Prefix list of S3's gateway endpoint, for rules of security groups. */
  readonly s3PrefixListId: string;
  private readonly natRoutes?: ReadonlyMap<string, ITerraformDependable>;
  private readonly s3Endpoint: ITerraformDependable;
  private readonly interfaceEndpoints?: InterfaceEndpoints;
  /** Ids of the NAT gateways by the zone key (`az1`) of the zone each stands in; none without NAT. */
  readonly natGatewayIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id);
    const { provider, name } = props;

    const vpc = new VpcResource(this, 'vpc', {
      provider,
      cidrBlock: props.cidr,
      // Interface endpoints, EMR and MWAA find each other by private names.
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: name, ...props.serviceTags },
    });
    this.vpcId = vpc.id;

    new DefaultSecurityGroup(this, 'default-security-group', {
      provider,
      vpcId: vpc.id,
      // No ingress and no egress block: Terraform removes the rules AWS put there, so that a resource
      // somebody forgot to give a group to can talk to nobody.
      tags: { Name: `${name}-default-unused` },
    });

    this.privateSubnets = new Subnets(this, 'private', {
      provider,
      vpcId: vpc.id,
      name: `${name}-private`,
      subnets: props.privateSubnets,
      hasRouteTablePerZone: true,
      tags: props.serviceTags,
    });

    if (props.nat === 'none') this.natGatewayIds = {};
    else {
      this.publicSubnets = new Subnets(this, 'public', {
        provider,
        vpcId: vpc.id,
        name: `${name}-public`,
        subnets: props.publicSubnets,
        hasRouteTablePerZone: false,
        tags: {},
      });
      const nat = new NatGateways(this, 'nat', {
        provider,
        vpcId: vpc.id,
        name,
        mode: props.nat,
        publicSubnets: this.publicSubnets,
        privateSubnets: this.privateSubnets,
      });
      this.natRoutes = nat.routes;
      this.natGatewayIds = nat.gatewayIds;
    }

    const gatewayEndpoints = new GatewayEndpoints(this, 'gateway-endpoint', {
      provider,
      vpcId: vpc.id,
      region: props.region,
      name,
      services: props.hasDynamodbEndpoint ? ['s3', 'dynamodb'] : ['s3'],
      routeTableIds: this.privateSubnets.routeTableIds,
    });
    this.s3PrefixListId = gatewayEndpoints.prefixListId('s3');
    this.s3Endpoint = gatewayEndpoints.endpoint('s3');
    if (props.interfaceEndpoints.length > 0) {
      this.interfaceEndpoints = new InterfaceEndpoints(this, 'interface-endpoint', {
        provider,
        vpcId: vpc.id,
        vpcCidr: props.cidr,
        region: props.region,
        name,
        services: props.interfaceEndpoints,
        firstServices: props.firstInterfaceEndpoints,
        subnetIds: this.privateSubnets.subnetIds,
      });
    }

    new FlowLog(this, 'flow-log', {
      provider,
      accountId: props.accountId,
      region: props.region,
      vpcId: vpc.id,
      name,
      ...props.flowLog,
    });
  }
  /**
   * What gives a zone's private subnet its way to some services: its route through NAT, or else their endpoints and that of S3.
   * For what cannot start without, and should wait for nothing else.
   *
   * @param services interface endpoints by the part of their name after `com.amazonaws.<region>.`
   */
  wayOut(zone: string, services: readonly string[]): ITerraformDependable[] {
    const route = this.natRoutes?.get(zone);
    return [
      this.privateSubnets.associationIn(zone),
      ...(route ? [route] : [this.s3Endpoint, ...(this.interfaceEndpoints?.reach(services) ?? [])]),
    ];
  }
}
