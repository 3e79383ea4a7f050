import type { ServiceControlPolicy } from './service-control-policy';

/**
 * An account that leaves takes its data along and leaves all guardrails behind; one that its own administrator closes
 * is gone after 90 days. Both are decisions of the management account, which no service control policy binds.
 *
 * Sources: "Prevent member accounts from leaving the organization"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html) and
 * CloseAccount (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsaccountmanagement.html).
 */
export const denyLeavingOrganization: ServiceControlPolicy = {
  name: 'deny-leaving-organization',
  description: 'Accounts neither leave the organization nor close themselves',
  statements: () => [
    {
      Sid: 'DenyLeavingOrganization',
      Effect: 'Deny',
      Action: ['organizations:LeaveOrganization', 'account:CloseAccount'],
      // LeaveOrganization has no resources.
      Resource: '*',
    },
  ],
};
