import { ACCOUNT_MANAGEMENT } from '../limits/account-contacts';
import type { Rule } from './rule';

/** Contacts of member accounts are set from the management account, which needs trusted access for that. */
export const contactsNeedTrustedAccess: Rule = ({ organization, stages }) => {
  const { managed, serviceAccess } = organization?.config.organization ?? {};
  if (!organization || managed !== true || !serviceAccess?.every((each) => each !== undefined)) return [];
  if (serviceAccess.includes(ACCOUNT_MANAGEMENT)) return [];
  const hasContact = [organization.config.contacts, ...stages.map(({ config }) => config.account?.contacts)]
    .flatMap((contacts) => Object.values(contacts ?? {}))
    .some((contact) => contact !== undefined);
  if (!hasContact) return [];
  const text = `expected ${ACCOUNT_MANAGEMENT} among the services with trusted access, because contacts are given; add it`;
  return [organization.problem(text, ['organization', 'serviceAccess'])];
};
