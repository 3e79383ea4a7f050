import type { PermissionSetDefinition } from '../permission-set-definition';

/**
 * Keeps the platform running. Rights are not among what it may change: roles and policies come from this repository, and
 * somebody who must change them by hand says so by signing in as BreakGlass.
 */
export const PLATFORM_ADMINISTRATOR: PermissionSetDefinition = {
  name: 'PlatformAdministrator',
  description: 'Runs the platform: every service but rights, which change by review',
  session: 'PT4H',
  managedPolicies: [
    {
      name: 'PowerUserAccess',
      reason:
        'whoever repairs a platform needs every service of it; rights, accounts and the organization are left out',
    },
    { name: 'IAMReadOnlyAccess', reason: 'whoever looks for a missing right must see the roles' },
  ],
};
