import { planSubnets } from '../../../config/network/subnets';
import { Vpc, type VpcProps } from '../../../modules/vpc/vpc';
import { synthModule } from '../../support/synth';
import { addresses, onlyResource, resourcesOf, tag } from '../../support/terraform-json';

const zones = ['euw1-az1', 'euw1-az2', 'euw1-az3'];

function synthVpc(overrides: Partial<VpcProps> = {}, zoneCount = 2, look: (vpc: Vpc) => void = () => {}) {
  const zoneIds = zones.slice(0, zoneCount);
  return synthModule((stack, provider) => {
    const vpc = new Vpc(stack, 'network', {
      provider,
      accountId: '111122223333',
      region: 'eu-west-1',
      name: 'sandbox',
      cidr: '10.20.0.0/16',
      privateSubnets: planSubnets('10.20.0.0/16', zoneIds, ['private']),
      publicSubnets: planSubnets('10.20.0.0/16', zoneIds, ['public']),
      nat: 'single',
      firstInterfaceEndpoints: [],
      interfaceEndpoints: [],
      hasDynamodbEndpoint: false,
      flowLog: {
        traffic: 'ALL',
        aggregationSeconds: 600,
        retentionDays: 90,
        kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k',
      },
      serviceTags: { 'some-service': 'true' },
      ...overrides,
    });
    look(vpc);
  });
}

describe('Vpc', () => {
  it.each([
    ['none', []],
    ['single', ['az1']],
    ['perZone', ['az1', 'az2', 'az3']],
  ] as const)('knows its NAT gateways by zone when there are %s', (nat, gatewayZones) => {
    let ids: Readonly<Record<string, string>> = {};
    const json = synthVpc({ nat }, 3, ({ natGatewayIds }) => (ids = natGatewayIds));
    expect(Object.keys(ids)).toEqual(gatewayZones);
    expect(new Set(Object.values(ids)).size).toBe(resourcesOf(json, 'aws_nat_gateway').length);
  });

  it('resolves private DNS names, which endpoints, EMR and MWAA need', () => {
    expect(onlyResource(synthVpc(), 'aws_vpc')).toMatchObject({
      cidr_block: '10.20.0.0/16',
      enable_dns_support: true,
      enable_dns_hostnames: true,
    });
  });

  it('leaves no rule in the default security group', () => {
    const group = onlyResource(synthVpc(), 'aws_default_security_group');
    expect(group).not.toHaveProperty('ingress');
    expect(group).not.toHaveProperty('egress');
  });

  it('puts one private and one public subnet into each zone, by zone id', () => {
    const subnets = resourcesOf(synthVpc({}, 3), 'aws_subnet');
    expect(subnets.map((subnet) => [tag(subnet, 'Name'), subnet['availability_zone_id']])).toEqual([
      ['sandbox-private-az1', 'euw1-az1'],
      ['sandbox-private-az2', 'euw1-az2'],
      ['sandbox-private-az3', 'euw1-az3'],
      ['sandbox-public-az1', 'euw1-az1'],
      ['sandbox-public-az2', 'euw1-az2'],
      ['sandbox-public-az3', 'euw1-az3'],
    ]);
  });

  it('gives no instance a public address by itself', () => {
    expect(resourcesOf(synthVpc(), 'aws_subnet').map((subnet) => subnet['map_public_ip_on_launch'])).toEqual(
      Array(4).fill(false),
    );
  });

  it('tags the VPC and the private subnets for the services that look for tags, and nothing else', () => {
    const json = synthVpc();
    const tagged = [...resourcesOf(json, 'aws_vpc'), ...resourcesOf(json, 'aws_subnet')].filter(
      (resource) => tag(resource, 'some-service') === 'true',
    );
    expect(tagged.map((resource) => tag(resource, 'Name'))).toEqual([
      'sandbox',
      'sandbox-private-az1',
      'sandbox-private-az2',
    ]);
  });

  it('keeps every address and range when a zone is added', () => {
    const two = synthVpc({}, 2);
    const three = synthVpc({}, 3);
    expect(addresses(three)).toEqual(expect.arrayContaining(addresses(two)));
    expect(three.resource?.['aws_subnet']).toMatchObject(two.resource?.['aws_subnet'] ?? {});
  });

  it('names no stage, region or account in an address', () => {
    expect(
      addresses(synthVpc({ interfaceEndpoints: ['sqs'] })).filter((address) =>
        /sandbox|eu-?w|1111/.test(address),
      ),
    ).toEqual([]);
  });

  describe('without NAT', () => {
    it('has no way to or from the internet', () => {
      const json = synthVpc({ nat: 'none' });
      for (const type of ['aws_internet_gateway', 'aws_nat_gateway', 'aws_eip', 'aws_route']) {
        expect(resourcesOf(json, type)).toEqual([]);
      }
    });

    it('makes no public subnet', () => {
      expect(
        resourcesOf(synthVpc({ nat: 'none' }), 'aws_subnet').map((subnet) => tag(subnet, 'Name')),
      ).toEqual(['sandbox-private-az1', 'sandbox-private-az2']);
    });
  });
});
