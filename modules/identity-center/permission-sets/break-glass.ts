import type { PermissionSetDefinition } from '../permission-set-definition';

/** For the hour in which nothing else helps: everything, briefly, and seen by others. */
export const BREAK_GLASS: PermissionSetDefinition = {
  name: 'BreakGlass',
  description: 'Everything, for one hour, in an emergency; every use is looked into afterwards',
  session: 'PT1H',
  managedPolicies: [
    {
      name: 'AdministratorAccess',
      reason:
        'what an emergency needs is not known beforehand; kept narrow by time, by its group, and by being watched',
    },
  ],
};
