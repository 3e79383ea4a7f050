import type { PermissionSetDefinition } from '../permission-set-definition';

/** Sees what an account costs, and nothing in it. */
export const BILLING: PermissionSetDefinition = {
  name: 'Billing',
  description: 'Sees costs, budgets and bills of the account, and changes nothing',
  session: 'PT8H',
  managedPolicies: [
    {
      name: 'AWSBillingReadOnlyAccess',
      reason: 'billing actions have no resources to narrow them to, and AWS renames them from time to time',
    },
  ],
};
