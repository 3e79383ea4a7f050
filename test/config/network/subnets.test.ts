import { contains, overlaps, parseCidr } from '../../../config/network/cidr';
import { planSubnets } from '../../../config/network/subnets';

const ZONES = ['z1', 'z2', 'z3', 'z4'] as const;
const BASES = ['10.0.0.0', '10.255.252.0', '172.31.0.0', '192.168.252.0'];

/** Every VPC of every allowed size that can begin at one of the bases. */
const VPCS = BASES.flatMap((base) =>
  [16, 17, 18, 19, 20, 21, 22].flatMap((prefix) => {
    try {
      return [parseCidr(`${base}/${prefix}`).text];
    } catch {
      return [];
    }
  }),
);

describe.each(VPCS)('the subnets of %s', (vpc) => {
  const all = planSubnets(vpc, ZONES, ['private', 'public']);
  const blocks = all.map((subnet) => parseCidr(subnet.cidr));

  it('share no address', () => {
    const pairs = blocks.flatMap((a, index) => blocks.slice(index + 1).map((b) => overlaps(a, b)));
    expect(pairs).not.toContain(true);
  });

  it('lie in the VPC', () => {
    expect(blocks.every((block) => contains(parseCidr(vpc), block))).toBe(true);
  });

  it('are no smaller than AWS allows', () => {
    expect(Math.max(...blocks.map((block) => block.prefix))).toBeLessThanOrEqual(28);
  });

  it.each([1, 2, 3])('stay where they are when a zone is added to %i', (count) => {
    const fewer = planSubnets(vpc, ZONES.slice(0, count), ['private', 'public']);
    expect(all).toEqual(expect.arrayContaining(fewer));
  });

  it('stay where they are when a tier is added', () => {
    expect(all).toEqual(expect.arrayContaining(planSubnets(vpc, ZONES, ['private'])));
  });
});

describe('cutting a VPC', () => {
  it('gives private subnets half of a zone and public ones a sixteenth', () => {
    expect(planSubnets('10.20.0.0/16', ['euw1-az1', 'euw1-az2'], ['private', 'public'])).toEqual([
      { tier: 'private', zoneId: 'euw1-az1', cidr: '10.20.0.0/19' },
      { tier: 'private', zoneId: 'euw1-az2', cidr: '10.20.64.0/19' },
      { tier: 'public', zoneId: 'euw1-az1', cidr: '10.20.32.0/22' },
      { tier: 'public', zoneId: 'euw1-az2', cidr: '10.20.96.0/22' },
    ]);
  });

  it('fails for a fifth zone', () => {
    expect(() => planSubnets('10.20.0.0/16', [...ZONES, 'z5'], ['private'])).toThrow(
      'holds no range number 4',
    );
  });
});
