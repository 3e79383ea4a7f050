import { VPC_LIMITS } from '../limits/vpc';
import { isVpcPrefix, SMALLEST_VPC_PREFIX, subnetPrefix } from '../network/subnets';
import { vpcRanges } from './address-ranges';
import type { Rule } from './rule';

/** A VPC is no larger than AWS allows, and large enough that every subnet cut from it is one AWS allows. */
export const vpcSize: Rule = (landscape) =>
  vpcRanges(landscape).flatMap(({ block, problem, advice }) => {
    if (isVpcPrefix(block.prefix)) return [];
    const expected = `expected a range of /${VPC_LIMITS.largestVpcPrefix} to /${SMALLEST_VPC_PREFIX}, found ${block.text}`;
    return [problem(`${expected}: ${reason(block.prefix)}; ${advice()}`)];
  });

function reason(prefix: number): string {
  if (prefix < VPC_LIMITS.largestVpcPrefix) {
    return `AWS allows VPCs of at most /${VPC_LIMITS.largestVpcPrefix}`;
  }
  const smallest = `AWS's smallest subnet is /${VPC_LIMITS.smallestSubnetPrefix}`;
  const publicPrefix = subnetPrefix('public', prefix);
  if (publicPrefix > 32) return `it is too small to be cut into subnets, and ${smallest}`;
  return `it would be cut into private subnets of /${subnetPrefix('private', prefix)} and public ones of /${publicPrefix}, and ${smallest}`;
}
