import { CORRECT, problemsWith } from '../environment-folder';

const withSet = (rest: string) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: { permissionSets: { Auditor: { description: Looks, ${rest} } } }\n`,
  });

describe('managed policies that give more than any job needs', () => {
  it('are taken with a reason', () => {
    expect(
      withSet('managedPolicies: [AdministratorAccess], wideAccessReason: our auditors insist on it'),
    ).toEqual([]);
  });

  it('say nothing about narrower ones', () => {
    expect(withSet('managedPolicies: [SecurityAudit]')).toEqual([]);
  });

  it('fail without one', () => {
    expect(withSet('managedPolicies: [SecurityAudit, AdministratorAccess]')).toEqual([
      expect.stringContaining(
        'AdministratorAccess gives more than any job needs; use a narrower policy, or say in wideAccessReason why it must be this one',
      ),
    ]);
  });

  it('fail when a session is longer than AWS lets it be', () => {
    for (const session of ['PT99H', 'PT13H', 'PT30M', 'PT12H30M'])
      expect(withSet(`session: ${session}`)).toEqual([
        expect.stringContaining('expected a time from PT1H to PT12H'),
      ]);
    for (const session of ['PT1H', 'PT12H', 'PT1H30M']) expect(withSet(`session: ${session}`)).toEqual([]);
  });

  it('fail when there are more than AWS attaches', () => {
    const many = Array.from({ length: 21 }, (_, index) => `Policy${index}`).join(', ');
    expect(withSet(`managedPolicies: [${many}]`)).toEqual([expect.stringContaining('at most 20 policies')]);
  });
});
