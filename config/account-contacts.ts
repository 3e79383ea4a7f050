import { ACCOUNT_MANAGEMENT } from './limits/account-contacts';
import { BUDGET_LIMITS } from './limits/budgets';
import type { AccountContacts } from './schema/account-contacts';
import type { EnvironmentConfig } from './schema/environment';
import type { OrganizationConfig } from './schema/organization';
import type { Draft } from './validate/draft';

/** Contacts of a stage's account: its own, and for what it has none of its own those of the organization. */
export function accountContacts(
  organization: Pick<OrganizationConfig, 'contacts'>,
  environment: Pick<EnvironmentConfig, 'account'>,
): AccountContacts {
  return { ...organization.contacts, ...given(environment.account.contacts) };
}

/** Who is told about the budget of a stage's account; nobody when there is no address at all. */
export function budgetSubscribers(
  organization: Draft<OrganizationConfig> | undefined,
  environment: Draft<EnvironmentConfig>,
): readonly (string | undefined)[] {
  const { account, monitoring } = environment;
  if (account?.budget?.subscribers) return account.budget.subscribers;
  if (monitoring?.subscribers?.length) return monitoring.subscribers.slice(0, BUDGET_LIMITS.subscribers);
  const billing = account?.contacts?.billing ?? organization?.contacts?.billing;
  return billing?.email === undefined ? [] : [billing.email];
}

/** Who is told that BreakGlass is used; nobody when there is no address at all. */
export function breakGlassSubscribers(
  organization: Draft<OrganizationConfig>,
): readonly (string | undefined)[] {
  const { identity, contacts } = organization;
  if (identity?.breakGlass?.subscribers?.length) return identity.breakGlass.subscribers;
  return contacts?.security?.email === undefined ? [] : [contacts.security.email];
}

/** Services that the organization must trust for the contacts that are given. */
export function contactServices(
  organization: Draft<OrganizationConfig>,
  stages: readonly Draft<EnvironmentConfig>[],
): string[] {
  const isGiven = [organization.contacts, ...stages.map(({ account }) => account?.contacts)]
    .flatMap((contacts) => Object.values(contacts ?? {}))
    .some((contact) => contact !== undefined);
  return isGiven ? [ACCOUNT_MANAGEMENT] : [];
}

function given(contacts: AccountContacts): AccountContacts {
  return Object.fromEntries(Object.entries(contacts).filter(([, contact]) => contact !== undefined));
}
