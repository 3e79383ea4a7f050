import { GatewayEndpoints } from '../../../modules/vpc/gateway-endpoints';
import { synthModule } from '../../support/synth';
import { resourcesOf } from '../../support/terraform-json';

describe('GatewayEndpoints', () => {
  it('routes each service from all given tables', () => {
    const json = synthModule((stack, provider) => {
      new GatewayEndpoints(stack, 'endpoints', {
        provider,
        vpcId: 'vpc-1',
        region: 'eu-west-1',
        name: 'sandbox',
        services: ['s3', 'dynamodb'],
        routeTableIds: ['rtb-1', 'rtb-2'],
      });
    });
    const endpoints = resourcesOf(json, 'aws_vpc_endpoint');
    expect(endpoints.map((endpoint) => [endpoint['service_name'], endpoint['vpc_endpoint_type']])).toEqual([
      ['com.amazonaws.eu-west-1.dynamodb', 'Gateway'],
      ['com.amazonaws.eu-west-1.s3', 'Gateway'],
    ]);
    for (const endpoint of endpoints) expect(endpoint['route_table_ids']).toEqual(['rtb-1', 'rtb-2']);
  });
});
