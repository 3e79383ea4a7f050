import type { Rule } from './rule';

/** Policies that are attached are of a type that the organization has switched on. */
export const policyTypesEnabled: Rule = ({ organization }) => {
  const { organization: settings, policies = {}, tagStandard } = organization?.config ?? {};
  const types = settings?.policyTypes;
  if (!organization || settings?.managed !== true || !types) return [];
  const needed = [
    {
      type: 'SERVICE_CONTROL_POLICY',
      by: 'policies',
      isUsed: Object.values(policies).some((names) => (names ?? []).length > 0),
    },
    { type: 'TAG_POLICY', by: 'tagStandard.units', isUsed: (tagStandard?.units ?? []).length > 0 },
  ] as const;
  return needed
    .filter(({ type, isUsed }) => isUsed && !types.includes(type))
    .map(({ type, by }) =>
      organization.problem(`expected ${type} in the list, since ${by} needs it; add it, or remove ${by}`, [
        'organization',
        'policyTypes',
      ]),
    );
};
