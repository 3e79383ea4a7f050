import { WIDE_MANAGED_POLICIES } from '../../../config/limits/identity-center';
import { IDENTITY_CENTER_LIMITS } from '../../../config/limits/identity-center';
import {
  SHIPPED_PERMISSION_SETS,
  WORK_GROUPS_OF_PERMISSION_SETS,
} from '../../../config/shipped-permission-sets';
import { shippedPermissionSets } from '../../../modules/identity-center/permission-sets';

const sets = shippedPermissionSets({ dataEngineer: { reads: [], writes: [] } });

describe('the shipped permission sets', () => {
  it('are those that environment files may name', () => {
    expect(sets.map(({ name }) => name)).toEqual(SHIPPED_PERMISSION_SETS);
  });

  it('query in the work groups that environment files are checked for, and in no other', () => {
    const named = sets.flatMap(({ name, inlinePolicy = '' }) =>
      [...inlinePolicy.matchAll(/:workgroup\/([^"]+)"/g)].map(([, workGroup]) => [name, workGroup]),
    );
    expect(Object.fromEntries(named)).toEqual(WORK_GROUPS_OF_PERMISSION_SETS);
  });

  it.each(sets.map((set) => [set.name, set] as const))(
    '%s is within the limits of Identity Center',
    (_, set) => {
      const { name, description, session, managedPolicies = [], inlinePolicy = '' } = set;
      expect(name).toMatch(/^[\w+=,.@-]{1,32}$/);
      expect(description).toMatch(/^[\u0020-\u007E\u00A1-\u00FF]{1,700}$/);
      expect(session).toMatch(/^PT(?:[1-9]|1[0-2])H$/);
      expect(managedPolicies.length).toBeLessThanOrEqual(IDENTITY_CENTER_LIMITS.managedPolicies);
      expect(inlinePolicy.replace(/\s/g, '').length).toBeLessThanOrEqual(
        IDENTITY_CENTER_LIMITS.inlinePolicyCharacters,
      );
    },
  );

  it('have policies that give more than any job needs only for administration', () => {
    const wide = sets.flatMap(({ name, managedPolicies = [] }) =>
      managedPolicies
        .filter((policy) => (WIDE_MANAGED_POLICIES as readonly string[]).includes(policy.name))
        .map((policy) => [name, policy.name]),
    );
    expect(wide).toEqual([
      ['PlatformAdministrator', 'PowerUserAccess'],
      ['BreakGlass', 'AdministratorAccess'],
    ]);
  });

  it('say why each managed policy is there', () => {
    for (const { reason } of sets.flatMap(({ managedPolicies = [] }) => managedPolicies))
      expect(reason.length).toBeGreaterThan(20);
  });

  it('let BreakGlass last no longer than an hour', () => {
    expect(sets.find(({ name }) => name === 'BreakGlass')?.session).toBe('PT1H');
  });
});
