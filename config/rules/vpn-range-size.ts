import { clientRanges } from './address-ranges';
import { CLIENT_RANGE_PREFIXES } from './free-blocks';
import type { Rule } from './rule';

/** The range of a VPN's clients is of a size that AWS takes. */
export const vpnRangeSize: Rule = (landscape) =>
  clientRanges(landscape).flatMap(({ block, problem, advice }) => {
    const { largest, smallest } = CLIENT_RANGE_PREFIXES;
    if (block.prefix >= largest && block.prefix <= smallest) return [];
    return [problem(`expected a range of /${largest} to /${smallest}, found ${block.text}; ${advice()}`)];
  });
