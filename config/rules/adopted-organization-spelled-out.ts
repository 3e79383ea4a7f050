import type { Rule } from './rule';

/** Lists that take away what they do not name, with what is lost. */
const AUTHORITATIVE = {
  serviceAccess: 'a service that is not listed loses its access to all accounts',
  policyTypes: 'AWS detaches every policy of a type that is not listed',
} as const;

/** An organization that exists already is adopted with what it has, not with our defaults. */
export const adoptedOrganizationSpelledOut: Rule = ({ organization }) => {
  if (!organization?.config.organization?.managed || !organization.gives('organization', 'id')) return [];
  return Object.entries(AUTHORITATIVE)
    .filter(([key]) => organization.lacks('organization', key))
    .map(([key, loss]) =>
      organization.problem(
        `adopting an organization needs organization.${key}; add the list as it is now: ${loss}`,
        ['organization', 'id'],
      ),
    );
};
