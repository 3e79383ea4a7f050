import { problemsOfOrganization } from '../organization-file';

const withPolicies = (policies: string) =>
  problemsOfOrganization([
    `identity: { permissionSets: { Ok: { description: For tests, managedPolicies: [${policies}] } } }`,
  ]);

describe('managed policies of a permission set', () => {
  it('may be several', () => {
    expect(withPolicies('SecurityAudit, job-function/ViewOnlyAccess')).toEqual([]);
  });

  it('fail when one is listed twice', () => {
    expect(withPolicies('SecurityAudit, job-function/ViewOnlyAccess, SecurityAudit')).toEqual([
      expect.stringContaining(
        'identity.permissionSets.Ok.managedPolicies[2]: "SecurityAudit" is listed already; remove one of the two',
      ),
    ]);
  });
});
