import { breakGlassSubscribers } from '../account-contacts';
import type { Rule } from './rule';
import { trailMade } from './trail-made';

/**
 * Sign-ins and calls reach EventBridge by way of CloudTrail, and only where a trail records them; Control Tower brings
 * one. Whether somebody else has one cannot be known here: `audit.trail: false`, written down, says so.
 *
 * Source: "AWS service events delivered via AWS CloudTrail"
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html).
 */
export const breakGlassRecorded: Rule = ({ organization }) => {
  if (!organization || organization.config.organization?.controlTower !== false) return [];
  if (breakGlassSubscribers(organization.config).length === 0 || trailMade(organization) !== false) return [];
  // Left out is not thought about; written down is.
  if (organization.gives('audit', 'trail')) return [];
  const { identityCenter, region } = organization.config;
  const where = identityCenter?.region ?? region ?? 'the region of IAM Identity Center';
  const text = `no trail is made here, and without one nobody is told when the permission set BreakGlass is used; write audit.trail: true, or audit.trail: false once you have seen that another trail logs management events of the management account, read and write, in ${where}`;
  return [organization.problem(text, ['audit', 'trail'], ['organization', 'managed'])];
};
