import { PRIVATE_RANGES, RANGES_USED_BY_AWS, VPC_LIMITS } from '../limits/vpc';
import { type CidrBlock, firstFreeBlock, parseCidr } from '../network/cidr';
import { SMALLEST_VPC_PREFIX } from '../network/subnets';

/**
 * Suggests address blocks for VPCs. Each name gets one block per size, and no two names the same, so that
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
  advice(name: string, prefix: number): string {
    const size = Math.min(Math.max(prefix, VPC_LIMITS.largestVpcPrefix), SMALLEST_VPC_PREFIX);
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
