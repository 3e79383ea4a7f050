import { Subnets, zoneKey } from '../../../modules/vpc/subnets';
import { synthModule } from '../../support/synth';
import { resourcesOf } from '../../support/terraform-json';

describe('zoneKey', () => {
  it.each([
    ['euw1-az1', 'az1'],
    ['use1-az6', 'az6'],
    ['apse2-az10', 'az10'],
  ])('takes the region out of %s', (zoneId, key) => {
    expect(zoneKey(zoneId)).toBe(key);
  });

  it('fails on a zone name, saying what an id looks like', () => {
    expect(() => zoneKey('eu-west-1a')).toThrow(
      'eu-west-1a is no Availability Zone id; expected a form such as euw1-az1',
    );
  });
});

describe('Subnets', () => {
  const synthSubnets = (hasRouteTablePerZone: boolean) =>
    synthModule((stack, provider) => {
      const tier = new Subnets(stack, 'private', {
        provider,
        vpcId: 'vpc-1',
        name: 'private',
        subnets: [
          { zoneId: 'euw1-az1', cidr: '10.0.0.0/24' },
          { zoneId: 'euw1-az2', cidr: '10.0.1.0/24' },
        ],
        hasRouteTablePerZone,
        tags: {},
      });
      expect(() => tier.subnetIn('az3')).toThrow('the tier has no subnet in zone az3');
    });

  it('routes each zone by its own table when asked to', () => {
    expect(resourcesOf(synthSubnets(true), 'aws_route_table')).toHaveLength(2);
  });

  it('routes all zones by one table otherwise', () => {
    expect(resourcesOf(synthSubnets(false), 'aws_route_table')).toHaveLength(1);
  });

  it('never leaves a subnet with the main route table of the VPC', () => {
    for (const json of [synthSubnets(true), synthSubnets(false)]) {
      expect(resourcesOf(json, 'aws_route_table_association')).toHaveLength(
        resourcesOf(json, 'aws_subnet').length,
      );
    }
  });
});
