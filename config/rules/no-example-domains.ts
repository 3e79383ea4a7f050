import { emailAddresses } from '../email-addresses';
import { hasExampleDomain } from '../example-domain';
import { DOCUMENTATION_ACCOUNT_ID } from '../limits/organizations';
import { quote } from '../quote';
import type { Rule } from './rule';

/**
 * An account that is really created has an address that somebody reads, and alarms go to one. The shipped
 * example, told by its management account id, is let through: it works on the local cloud only.
 */
export const noExampleDomains: Rule = ({ organization, stages }) => {
  const management = organization?.config.managementAccountId;
  if (management === undefined || management === DOCUMENTATION_ACCOUNT_ID) return [];
  const text = (address: string) =>
    `nobody can receive mail at ${quote(address)}; use an address of a mailbox your team reads`;
  const ofStages = stages.flatMap((stage) =>
    emailAddresses(stage.config).flatMap(({ address, path }) =>
      hasExampleDomain(address) ? [stage.problem(text(address), path)] : [],
    ),
  );
  const ofCosts = (organization?.config.costAnomalies?.subscribers ?? []).flatMap((address, index) =>
    organization && address !== undefined && hasExampleDomain(address)
      ? [organization.problem(text(address), ['costAnomalies', 'subscribers', index])]
      : [],
  );
  return [...ofCosts, ...ofStages];
};
