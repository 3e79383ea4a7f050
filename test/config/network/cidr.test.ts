import { contains, firstFreeBlock, overlaps, parseCidr, subnetOf } from '../../../config/network/cidr';

describe('firstFreeBlock', () => {
  it.each([
    ['the first when nothing is taken', 16, [], '10.0.0.0/16'],
    ['the one behind what is taken', 16, ['10.0.0.0/16'], '10.1.0.0/16'],
    ['a gap', 16, ['10.0.0.0/16', '10.2.0.0/16'], '10.1.0.0/16'],
    ['the next whole one behind a small range', 16, ['10.0.200.0/24'], '10.1.0.0/16'],
    ['a small one behind a large range', 22, ['10.0.0.0/12'], '10.16.0.0/22'],
    ['one behind ranges in any order', 16, ['10.1.0.0/16', '10.0.0.0/16'], '10.2.0.0/16'],
  ])('finds %s', (_, prefix, taken, expected) => {
    expect(firstFreeBlock(parseCidr('10.0.0.0/8'), prefix, taken.map(parseCidr))?.text).toBe(expected);
  });

  it.each([
    ['the pool is taken', '10.0.0.0/16', 16, ['10.0.0.0/8']],
    ['the pool is smaller', '10.0.0.0/20', 16, []],
  ])('finds none when %s', (_, pool, prefix, taken) => {
    expect(firstFreeBlock(parseCidr(pool), prefix, taken.map(parseCidr))).toBeUndefined();
  });

  it('ends at the last address there is', () => {
    expect(firstFreeBlock(parseCidr('255.255.0.0/16'), 16, [parseCidr('255.255.255.0/24')])).toBeUndefined();
  });
});

describe('ranges', () => {
  it.each([
    ['10.0.0.0/16', '10.0.255.0/24', true],
    ['10.0.255.0/24', '10.0.0.0/16', true],
    ['10.0.0.0/16', '10.1.0.0/16', false],
  ])('%s and %s overlap: %s', (a, b, expected) => {
    expect(overlaps(parseCidr(a), parseCidr(b))).toBe(expected);
  });

  it.each([
    ['10.0.0.0/16', '10.0.0.0/16', true],
    ['10.0.0.0/16', '10.0.0.0/15', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(parseCidr(outer), parseCidr(inner))).toBe(expected);
  });

  it('are cut by number', () => {
    expect(subnetOf(parseCidr('10.20.0.0/16'), 18, 3).text).toBe('10.20.192.0/18');
  });

  it('fails for a number behind the last', () => {
    expect(() => subnetOf(parseCidr('10.20.0.0/16'), 18, 4)).toThrow(
      '10.20.0.0/16 holds no range number 4 of size /18',
    );
  });
});
