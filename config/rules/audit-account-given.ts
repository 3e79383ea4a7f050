import type { Rule } from './rule';

const DELEGATED = ['guardDuty', 'securityHub', 'accessAnalyzer'] as const;

/** What is delegated has a member account to go to. */
export const auditAccountGiven: Rule = ({ organization }) => {
  const { audit, managementAccountId } = organization?.config ?? {};
  if (!organization || !audit) return [];
  if (audit.accountId !== undefined && audit.accountId === managementAccountId) {
    const text =
      'expected a member account, found the management account; AWS delegates to others only: write the id of the account that people who watch use';
    return [organization.problem(text, ['audit', 'accountId'])];
  }
  if (!organization.lacks('audit', 'accountId')) return [];
  return DELEGATED.filter((service) => audit[service] === true).map((service) =>
    organization.problem('needs an account to be delegated to; add audit.accountId, or remove the line', [
      'audit',
      service,
    ]),
  );
};
