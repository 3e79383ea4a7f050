import type { Check } from './check';

/**
 * The provider lets three subnets pass, and one zone twice; AWS refuses both.
 *
 * Source: `SubnetIds` of NetworkConfiguration
 * (https://docs.aws.amazon.com/mwaa/latest/API/API_NetworkConfiguration.html).
 */
export const subnetsInTwoZones: Check = {
  id: 'subnets-in-two-zones',
  title: 'There are exactly two subnets, in two zones',
  check: ({ address, subnets }) => {
    const zones = subnets.map(({ attributes }) =>
      String(attributes['availability_zone_id'] ?? attributes['availability_zone']),
    );
    if (zones.length === 2 && new Set(zones).size === 2) return [];
    const found = zones.length === 0 ? 'none' : `${zones.length} in ${zones.join(', ')}`;
    return [{ at: address, text: `expected two subnets of the stage in two zones, found ${found}` }];
  },
};
