import { FULL_ACCESS_POLICIES, POLICY_LIMITS } from '../limits/organizations';
import type { Rule } from './rule';

/** No unit gets more service control policies than AWS attaches; those that are there already count. */
export const policiesWithinLimits: Rule = ({ organization }) => {
  if (!organization) return [];
  const { policies = {}, organization: settings } = organization.config;
  const most = POLICY_LIMITS.SERVICE_CONTROL_POLICY.attached;
  const ofControlTower = settings?.controlTower === true ? (settings.controlTowerPolicies ?? 0) : 0;
  const left = most - FULL_ACCESS_POLICIES - ofControlTower;
  const held =
    ofControlTower === 0
      ? 'FullAWSAccess is one'
      : `FullAWSAccess is one and Control Tower holds ${ofControlTower} (organization.controlTowerPolicies)`;
  return Object.entries(policies).flatMap(([target, attached = []]) => {
    if (attached.length <= left) return [];
    const text = `expected at most ${left} policies, found ${attached.length}; AWS attaches ${most} and no more, of which ${held}; attach some to a unit above or below`;
    return [organization.problem(text, ['policies', target])];
  });
};
