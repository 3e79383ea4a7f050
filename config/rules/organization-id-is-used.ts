import type { Rule } from './rule';

/** The id of an organization to adopt stands only where the organization is managed: else nothing reads it. */
export const organizationIdIsUsed: Rule = ({ organization }) => {
  if (organization?.config.organization?.managed !== false) return [];
  if (!organization.gives('organization', 'id')) return [];
  const text =
    'has no effect while organization.managed is false; write managed: true to own the organization, or remove the line';
  return [organization.problem(text, ['organization', 'id'])];
};
