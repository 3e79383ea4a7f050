import type { Rule } from './rule';

/** Settings that only an organization of ours has. */
const MANAGED_SETTINGS = ['id', 'serviceAccess', 'policyTypes'] as const;

/** What would be changed about the organization is said only where it is managed: else nothing reads it. */
export const organizationSettingsUsed: Rule = ({ organization }) => {
  if (organization?.config.organization?.managed !== false) return [];
  const text =
    'has no effect while organization.managed is false; write managed: true to own the organization, or remove the line';
  return MANAGED_SETTINGS.filter((key) => organization.gives('organization', key)).map((key) =>
    organization.problem(text, ['organization', key]),
  );
};
