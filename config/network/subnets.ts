import { VPC_LIMITS } from '../limits/vpc';
import { type CidrBlock, parseCidr, subnetOf } from './cidr';

/** Kind of subnet: `private` holds everything that works, `public` only NAT gateways. */
export type SubnetTier = 'private' | 'public';

/** One subnet of a VPC, before it exists. */
export interface PlannedSubnet {
  readonly tier: SubnetTier;
  /** Availability Zone id, such as `euw1-az1`. */
  readonly zoneId: string;
  readonly cidr: string;
}

/**
 * Each VPC is cut into this many zone blocks of equal size, of which two or three are used. The spare one
 * lets a fourth zone come later without moving a subnet.
 */
const ZONE_BLOCK_BITS = 2;

/**
 * Where each tier lies in its zone's block: the `index`-th part when the block is halved `bits` times.
 *
 *     | 0            1/2 | 1/2   9/16 | 9/16          1 |
 *     | private          | public     | free for tiers  |
 *
 * A new tier takes a free part; moving one here would replace every subnet of every stage.
 */
const TIER_SLOTS: Readonly<Record<SubnetTier, { bits: number; index: number }>> = {
  private: { bits: 1, index: 0 },
  public: { bits: 4, index: 8 },
};

/**
 * Longest prefix a VPC may have so that its smallest subnet is one AWS allows.
 */
export const SMALLEST_VPC_PREFIX =
  VPC_LIMITS.smallestSubnetPrefix -
  ZONE_BLOCK_BITS -
  Math.max(...Object.values(TIER_SLOTS).map((slot) => slot.bits));

/** True for sizes a VPC can have: /16, AWS's largest, to {@link SMALLEST_VPC_PREFIX}. */
export function isVpcPrefix(prefix: number): boolean {
  return prefix >= VPC_LIMITS.largestVpcPrefix && prefix <= SMALLEST_VPC_PREFIX;
}

/** Size of each tier's subnets in a VPC of the given prefix. */
export function subnetPrefix(tier: SubnetTier, vpcPrefix: number): number {
  return vpcPrefix + ZONE_BLOCK_BITS + TIER_SLOTS[tier].bits;
}

/**
 * Cuts a VPC's range into subnets. A subnet's range depends only on the VPC's range, its tier and its
 * zone's place in the list, so a zone added at the end or a tier added later moves nothing.
 *
 * @param cidr range of the VPC, /16 to /22
 * @param zoneIds Availability Zone ids, at most four, in a fixed order
 * @param tiers which tiers to make
 * @throws CidrError when the range is malformed or the list of zones too long
 */
export function planSubnets(
  cidr: string,
  zoneIds: readonly string[],
  tiers: readonly SubnetTier[],
): PlannedSubnet[] {
  const vpc = parseCidr(cidr);
  return tiers.flatMap((tier) =>
    zoneIds.map((zoneId, zone): PlannedSubnet => {
      const zoneBlock: CidrBlock = subnetOf(vpc, vpc.prefix + ZONE_BLOCK_BITS, zone);
      return {
        tier,
        zoneId,
        cidr: subnetOf(zoneBlock, subnetPrefix(tier, vpc.prefix), TIER_SLOTS[tier].index).text,
      };
    }),
  );
}
