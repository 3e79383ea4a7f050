import { overlaps } from '../network/cidr';
import { reservedRanges, vpcRanges } from './address-ranges';
import type { Rule } from './rule';

/**
 * No two VPCs and reserved ranges share an address: they could never be connected, and a VPC's range cannot
 * be changed. Each pair is reported once: at the VPC of the later file, since the earlier one may be in use.
 */
export const addressesDisjoint: Rule = (landscape) => {
  const ranges = [...reservedRanges(landscape), ...vpcRanges(landscape)];
  return ranges.flatMap((range, index) =>
    ranges
      .slice(0, index)
      .filter((earlier) => overlaps(earlier.block, range.block))
      .map((earlier) => {
        const fix =
          range.stage === undefined
            ? 'merge the two or correct one'
            : landscape.freeBlocks.advice(range.stage, range.block.prefix);
        return range.problem(`${range.block.text} overlaps ${earlier.label}; ${fix}`);
      }),
  );
};
