import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** Services that AWS offers through gateway endpoints; both are free. */
export type GatewayEndpointService = 's3' | 'dynamodb';

export interface GatewayEndpointsProps {
  readonly provider: TerraformProvider;
  readonly vpcId: string;
  readonly region: string;
  /** Prefix of the names in the console. */
  readonly name: string;
  readonly services: readonly GatewayEndpointService[];
  /** Route tables that get the route to the service. */
  readonly routeTableIds: string[];
}

/** Gateway endpoints: traffic to S3 and DynamoDB stays off NAT gateways, whose bytes cost money. */
export class GatewayEndpoints extends Construct {
  private readonly endpointByService = new Map<GatewayEndpointService, VpcEndpoint>();

  constructor(scope: Construct, id: string, props: GatewayEndpointsProps) {
    super(scope, id);
    for (const service of props.services) {
      const endpoint = new VpcEndpoint(this, service, {
        provider: props.provider,
        vpcId: props.vpcId,
        vpcEndpointType: 'Gateway',
        serviceName: `com.amazonaws.${props.region}.${service}`,
        routeTableIds: props.routeTableIds,
        tags: { Name: `${props.name}-${service}` },
      });
      this.endpointByService.set(service, endpoint);
    }
  }

  /**
   * For what cannot start before the service can be reached.
   *
   * @throws Error when the service has no endpoint here
   */
  endpoint(service: GatewayEndpointService): ITerraformDependable {
    return this.endpointOf(service);
  }

  /**
   * Id of the list with the service's addresses, for rules of security groups.
   *
   * @throws Error when the service has no endpoint here
   */
  prefixListId(service: GatewayEndpointService): string {
    return this.endpointOf(service).prefixListId;
  }

  private endpointOf(service: GatewayEndpointService): VpcEndpoint {
    const endpoint = this.endpointByService.get(service);
    if (!endpoint) throw new Error(`${service} has no gateway endpoint here`);
    return endpoint;
  }
}
