import { NatGateways } from '../../../modules/vpc/nat-gateways';
import { Subnets } from '../../../modules/vpc/subnets';
import { synthModule } from '../../support/synth';
import { addresses, resourcesOf } from '../../support/terraform-json';

function synthNat(mode: 'single' | 'perZone') {
  return synthModule((stack, provider) => {
    const subnets = (id: string, third: number, hasRouteTablePerZone: boolean) =>
      new Subnets(stack, id, {
        provider,
        vpcId: 'vpc-1',
        name: id,
        subnets: [1, 2, 3].map((zone) => ({ zoneId: `euw1-az${zone}`, cidr: `10.0.${third + zone}.0/24` })),
        hasRouteTablePerZone,
        tags: {},
      });
    new NatGateways(stack, 'nat', {
      provider,
      vpcId: 'vpc-1',
      name: 'sandbox',
      mode,
      publicSubnets: subnets('public', 10, false),
      privateSubnets: subnets('private', 20, true),
    });
  });
}

/** Zone of the gateway that each private route leads to. */
function wayOut(mode: 'single' | 'perZone'): Record<string, string> {
  const routes = synthNat(mode).resource?.['aws_route'] ?? {};
  return Object.fromEntries(
    Object.entries(routes)
      .filter(([, route]) => 'nat_gateway_id' in route)
      .map(([name, route]) => [
        /az\d/.exec(name)?.[0] ?? name,
        /az\d/.exec(String(route['nat_gateway_id']))?.[0] ?? '',
      ]),
  );
}

describe('NatGateways', () => {
  it('sends all zones through one gateway when there is a single one', () => {
    expect(wayOut('single')).toEqual({ az1: 'az1', az2: 'az1', az3: 'az1' });
  });

  it('sends each zone through its own gateway when there is one per zone', () => {
    expect(wayOut('perZone')).toEqual({ az1: 'az1', az2: 'az2', az3: 'az3' });
  });

  it('gives each gateway a fixed address, and nothing else one', () => {
    expect(resourcesOf(synthNat('single'), 'aws_eip')).toHaveLength(1);
    expect(resourcesOf(synthNat('perZone'), 'aws_eip')).toHaveLength(3);
  });

  it('only adds resources when a stage moves from one gateway to one per zone', () => {
    expect(addresses(synthNat('perZone'))).toEqual(expect.arrayContaining(addresses(synthNat('single'))));
  });

  it('makes gateways wait for the way to the internet', () => {
    for (const gateway of resourcesOf(synthNat('perZone'), 'aws_nat_gateway')) {
      expect(gateway['depends_on']).toEqual([expect.stringMatching(/^aws_route\.nat_internet-route/)]);
    }
  });

  it('uses the internet gateway only for the public tier', () => {
    const routes = resourcesOf(synthNat('perZone'), 'aws_route').filter((route) => 'gateway_id' in route);
    expect(routes).toHaveLength(1);
    expect(routes[0]?.['route_table_id']).toMatch(/public_route-table/);
  });
});
