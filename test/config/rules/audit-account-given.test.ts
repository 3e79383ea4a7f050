import { problemsOfOrganization } from '../organization-file';

describe('the audit account', () => {
  it('may administer what watches the accounts', () => {
    expect(
      problemsOfOrganization(["audit: { accountId: '444455556666', guardDuty: true, securityHub: true }"]),
    ).toEqual([]);
  });

  it('may be missing where nothing is delegated', () => {
    expect(problemsOfOrganization(['audit: { trail: true, guardDuty: false }'])).toEqual([]);
  });

  it('fails when it is missing and something is delegated', () => {
    expect(problemsOfOrganization(['audit: { accessAnalyzer: true }'])).toEqual([
      'environments/organization.yaml:7:26  audit.accessAnalyzer: needs an account to be delegated to; add audit.accountId, or remove the line',
    ]);
  });

  it('fails when it is the management account', () => {
    expect(problemsOfOrganization(["audit: { accountId: '111122223333' }"])).toEqual([
      expect.stringContaining(
        'audit.accountId: expected a member account, found the management account; AWS delegates to others only',
      ),
    ]);
  });
});
