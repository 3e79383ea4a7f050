import { PRIVATE_RANGES, RANGES_USED_BY_AWS } from '../limits/vpc';
import { contains, overlaps, parseCidr } from '../network/cidr';
import { clientRanges, vpcRanges } from './address-ranges';
import type { Rule } from './rule';

const privateRanges = PRIVATE_RANGES.map(parseCidr);
const rangesUsedByAws = RANGES_USED_BY_AWS.map(parseCidr);

/**
 * VPCs, ranges of VPN clients, and the pool that suggestions come from, lie in private address space and off the ranges that AWS's
 * own services use inside a VPC.
 */
export const vpcRangesPrivate: Rule = (landscape) => {
  const { organization } = landscape;
  const ranges = [...vpcRanges(landscape), ...clientRanges(landscape)];
  const problems = ranges.flatMap(({ block, problem, advice }) => {
    if (!privateRanges.some((range) => contains(range, block))) {
      return [
        problem(`expected a range inside ${PRIVATE_RANGES.join(', ')}, found ${block.text}; ${advice()}`),
      ];
    }
    const used = rangesUsedByAws.find((range) => overlaps(range, block));
    return used
      ? [problem(`${block.text} overlaps ${used.text}, which AWS services use themselves; ${advice()}`)]
      : [];
  });
  const pool = organization?.config.network?.pool;
  if (organization && pool && !privateRanges.some((range) => contains(range, parseCidr(pool)))) {
    const text = `expected a range inside ${PRIVATE_RANGES.join(', ')}, found ${pool}; write ${PRIVATE_RANGES[0]}`;
    problems.push(organization.problem(text, ['network', 'pool']));
  }
  return problems;
};
