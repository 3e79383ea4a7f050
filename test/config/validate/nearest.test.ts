import { nearest } from '../../../config/validate/nearest';

describe('the nearest word', () => {
  it.each([
    ['natGateway', 'natGateways'],
    ['NAT_GATEWAYS', 'natGateways'],
    ['zonse', 'zones'],
    ['ciddr', 'cidr'],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, ['cidr', 'zones', 'zoneIds', 'natGateways'])).toBe(expected);
  });

  it.each(['subnets', 'x', ''])('to %j is none', (word) => {
    expect(nearest(word, ['cidr', 'zones', 'zoneIds', 'natGateways'])).toBeUndefined();
  });
});
