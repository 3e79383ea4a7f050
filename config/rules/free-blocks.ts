import { CLIENT_VPN_LIMITS } from '../limits/client-vpn';
import { PRIVATE_RANGES, RANGES_USED_BY_AWS, VPC_LIMITS } from '../limits/vpc';
import { type CidrBlock, firstFreeBlock, parseCidr } from '../network/cidr';
import { SMALLEST_VPC_PREFIX } from '../network/subnets';

/** Sizes that a range may have, as prefixes. */
export interface Prefixes {
  readonly largest: number;
  readonly smallest: number;
}

/** Sizes of VPCs. */
export const VPC_PREFIXES: Prefixes = {
  largest: VPC_LIMITS.largestVpcPrefix,
  smallest: SMALLEST_VPC_PREFIX,
};

/** Sizes of the ranges of VPN clients. */
export const CLIENT_RANGE_PREFIXES: Prefixes = CLIENT_VPN_LIMITS.clientCidrPrefix;

/**
 * Suggests address blocks for VPCs and VPN clients. Each name gets one block per size, and no two names the same, so that
 * all suggestions of a run can be followed at once.
 */
export class FreeBlocks {
  private readonly pool: CidrBlock;
  private readonly taken: CidrBlock[];
  private readonly suggested = new Map<string, CidrBlock | undefined>();

  /**
   * @param pool range to take blocks from; by default the largest private one
   * @param taken ranges that are in use or reserved
   */
  constructor(pool: string | undefined, taken: readonly CidrBlock[]) {
    this.pool = parseCidr(pool ?? PRIVATE_RANGES[0]);
    this.taken = [...taken, ...RANGES_USED_BY_AWS.map(parseCidr)];
  }

  /** What to do, to stand behind a semicolon: `use a free block such as 10.23.0.0/16`. */
  advice(name: string, prefix: number, { largest, smallest }: Prefixes): string {
    const size = Math.min(Math.max(prefix, largest), smallest);
    const block = this.blockFor(name, size);
    return block
      ? `use a free block such as ${block.text}`
      : `no /${size} is free in ${this.pool.text}; widen network.pool in organization.yaml or use a smaller block`;
  }

  private blockFor(name: string, prefix: number): CidrBlock | undefined {
    const key = `${name}/${prefix}`;
    if (!this.suggested.has(key)) {
      const block = firstFreeBlock(this.pool, prefix, this.taken);
      if (block) this.taken.push(block);
      this.suggested.set(key, block);
    }
    return this.suggested.get(key);
  }
}
