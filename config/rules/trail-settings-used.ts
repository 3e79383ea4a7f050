import type { Rule } from './rule';
import { trailMade } from './trail-made';

const TRAIL_SETTINGS = ['trailDays', 'trailLock'] as const;

/** What is said of the trail is said where one is made, and its logs are not locked for longer than they are kept. */
export const trailSettingsUsed: Rule = ({ organization }) => {
  const { audit, organization: settings } = organization?.config ?? {};
  if (!organization || !audit || settings?.managed === undefined) return [];
  if (trailMade(organization) === false) {
    const text =
      'has no effect while no trail is made here; write audit.trail: true, or organization.managed: true where the organization is yours, or remove the line';
    return TRAIL_SETTINGS.filter((key) => organization.gives('audit', key)).map((key) =>
      organization.problem(text, ['audit', key]),
    );
  }
  const { trailDays, trailLock } = audit;
  if (trailDays === undefined || trailLock?.days === undefined || trailLock.days <= trailDays) return [];
  const text = `expected at most ${trailDays} days, which is how long logs are kept (audit.trailDays), found ${trailLock.days}; locked logs would only be paid for`;
  return [organization.problem(text, ['audit', 'trailLock', 'days'], ['audit', 'trailDays'])];
};
