import { overlaps } from '../network/cidr';
import { clientRanges, reservedRanges, vpcRanges } from './address-ranges';
import type { Rule } from './rule';

/**
 * No two VPCs, ranges of VPN clients and reserved ranges share an address: they could never be connected, and
 * neither a VPC's range nor a VPN's can be changed. Each pair is reported once: at the VPC of the later file,
 * since the earlier one may be in use, and at a VPN rather than at a VPC, which is harder to move.
 */
export const addressesDisjoint: Rule = (landscape) => {
  const ranges = [...reservedRanges(landscape), ...vpcRanges(landscape), ...clientRanges(landscape)];
  return ranges.flatMap((range, index) =>
    ranges
      .slice(0, index)
      .filter((earlier) => overlaps(earlier.block, range.block))
      .map((earlier) => range.problem(`${range.block.text} overlaps ${earlier.label}; ${range.advice()}`)),
  );
};
