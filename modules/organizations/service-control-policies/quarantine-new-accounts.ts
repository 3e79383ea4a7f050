import { type ServiceControlPolicy, unlessDeploying } from './service-control-policy';

/**
 * AWS makes every account below the root and moves it to its unit afterwards: guardrails of units leave a gap, and an
 * account whose move failed stays in it. Attached to the root, this denies everything to whoever's account lies
 * directly below it, and nothing to accounts in units: `aws:PrincipalOrgPaths` is the whole path of the caller's
 * account, here compared as a whole. Making and moving accounts is done by the management account and by AWS
 * Organizations itself, which no service control policy binds; the roles that deploy are left alone.
 *
 * Sources: `aws:PrincipalOrgPaths`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths)
 * and CreateAccount (https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html).
 */
export const quarantineNewAccounts: ServiceControlPolicy = {
  name: 'quarantine-new-accounts',
  description: 'Accounts can do nothing until they are in a unit',
  statements: (props) => [
    {
      Sid: 'QuarantineNewAccounts',
      Effect: 'Deny',
      // Every action of every service is what is meant, hence both asterisks.
      Action: '*',
      Resource: '*',
      Condition: {
        'ForAnyValue:StringEquals': { 'aws:PrincipalOrgPaths': props.rootPath },
        ...unlessDeploying(props),
      },
    },
  ],
};
