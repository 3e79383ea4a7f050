import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { TerraformProvider } from 'cdktf';
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
  constructor(scope: Construct, id: string, props: GatewayEndpointsProps) {
    super(scope, id);
    for (const service of props.services) {
      new VpcEndpoint(this, service, {
        provider: props.provider,
        vpcId: props.vpcId,
        vpcEndpointType: 'Gateway',
        serviceName: `com.amazonaws.${props.region}.${service}`,
        routeTableIds: props.routeTableIds,
        tags: { Name: `${props.name}-${service}` },
      });
    }
  }
}
