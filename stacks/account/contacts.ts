import { accountContacts } from '../../config';
import { AlternateContacts } from '../../modules/organizations/alternate-contacts';
import type { AccountContext } from './account-context';

/** Whom AWS reaches besides the root user of a stage's account. */
export function addContacts(
  { scope, provider, organization, environment }: AccountContext,
  accountId: string,
): AlternateContacts {
  return new AlternateContacts(scope, 'contacts', {
    provider,
    accountId,
    contacts: accountContacts(organization, environment),
  });
}
