import type { Rule } from './rule';

/**
 * AWS has somebody to tell when an account is abused.
 *
 * Source: Security Hub control Account.1
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/account-controls.html).
 */
export const securityContactGiven: Rule = ({ organization, stages }) => {
  if (!organization || organization.gives('contacts', 'security')) return [];
  return stages
    .filter((stage) => !stage.gives('account', 'contacts', 'security'))
    .map((stage) =>
      stage.problem(
        'AWS knows nobody to tell when this account is abused; give a security contact here, or for all accounts as contacts.security in environments/organization.yaml',
        ['account', 'contacts', 'security'],
      ),
    );
};
