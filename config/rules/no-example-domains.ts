import { emailAddresses, organizationEmailAddresses, type PlacedAddress } from '../email-addresses';
import { hasExampleDomain } from '../example-domain';
import { DOCUMENTATION_ACCOUNT_ID } from '../limits/organizations';
import { quote } from '../quote';
import type { Subject } from '../subject';
import type { Rule } from './rule';

/**
 * An account that is really created has addresses that somebody reads: of its root user, its contacts, and whom alarms and
 * budgets tell. The shipped
 * example, told by its management account id, is let through: it works on the local cloud only.
 */
export const noExampleDomains: Rule = ({ organization, stages }) => {
  const management = organization?.config.managementAccountId;
  if (organization === undefined || management === undefined || management === DOCUMENTATION_ACCOUNT_ID)
    return [];
  const unreadable = <T>(subject: Subject<T>, addresses: readonly PlacedAddress[]) =>
    addresses.flatMap(({ address, path }) => {
      if (!hasExampleDomain(address)) return [];
      const text = `nobody can receive mail at ${quote(address)}; use an address of a mailbox your team reads`;
      return [subject.problem(text, path)];
    });
  return [
    ...unreadable(organization, organizationEmailAddresses(organization.config)),
    ...stages.flatMap((stage) => unreadable(stage, emailAddresses(stage.config))),
  ];
};
