import { IDENTITY_CENTER_LIMITS } from '../limits/identity-center';
import { dataEngineerPolicyLength, knownPlaces } from './policy-lengths';
import type { Rule } from './rule';

/** The prefixes of DataEngineer fit into its inline policy, of which a permission set has one. */
export const dataEngineerPolicyWithinLimits: Rule = ({ organization }) => {
  const lake = organization?.config.identity?.dataEngineer;
  if (!organization || !lake) return [];
  const [reads, writes] = [knownPlaces(lake.reads), knownPlaces(lake.writes)];
  const length = dataEngineerPolicyLength({ reads, writes });
  const most = IDENTITY_CENTER_LIMITS.inlinePolicyCharacters;
  if (length <= most) return [];
  const text = `expected prefixes that fit into the ${most} characters which Identity Center allows a permission set, found ${reads.length} to read and ${writes.length} to write, which need about ${length}; list a prefix that holds several of them`;
  return [organization.problem(text, ['identity', 'dataEngineer'])];
};
