import { ROOT } from './policy-targets';
import type { Rule } from './rule';

/** Policies that work at the root alone, and those that must not stand there. */
const ONLY_AT_ROOT = 'quarantine-new-accounts';
const NEVER_AT_ROOT = 'deny-all';

/** The root is the whole organization: policies hang there only where the organization is ours. */
export const rootPoliciesOurs: Rule = ({ organization }) => {
  const { policies, organization: settings, tagStandard } = organization?.config ?? {};
  if (!organization || !policies) return [];
  const isForeign = settings?.managed === false;
  const text =
    'binds every account of the organization, which organization.managed: false leaves to its owner; attach the policies to your topmost units, or write managed: true';
  const foreign = isForeign && ROOT in policies ? [organization.problem(text, ['policies', ROOT])] : [];
  const foreignTags = (tagStandard?.units ?? []).flatMap((unit, index) =>
    isForeign && unit === ROOT ? [organization.problem(text, ['tagStandard', 'units', index])] : [],
  );
  const misplaced = Object.entries(policies).flatMap(([target, attached = []]) =>
    attached.flatMap((policy, index) => {
      const path = ['policies', target, index];
      if (policy === ONLY_AT_ROOT && target !== ROOT)
        return [
          organization.problem(
            `${policy} has an effect at root alone, where accounts are before they are in a unit; move it to policies.root`,
            path,
          ),
        ];
      if (policy === NEVER_AT_ROOT && target === ROOT)
        return [
          organization.problem(
            `${policy} at root would stop every account; attach it to a unit such as suspended`,
            path,
          ),
        ];
      return [];
    }),
  );
  return [...foreign, ...foreignTags, ...misplaced];
};
