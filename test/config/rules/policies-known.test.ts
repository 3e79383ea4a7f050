import { problemsOfOrganization } from '../organization-file';

const OURS = 'organization: { managed: true }';

describe('service control policies', () => {
  it('may be attached to units, to those above them, and to the root', () => {
    expect(
      problemsOfOrganization([
        OURS,
        'policies:',
        '  root: [quarantine-new-accounts]',
        '  workloads: [deny-public-s3, restrict-root-user]',
        '  workloads/production: [require-encryption]',
      ]),
    ).toEqual([]);
  });

  it('fails for a unit that is not listed, with the nearest', () => {
    expect(problemsOfOrganization(['policies:', '  workload: [deny-public-s3]'])).toEqual([
      'environments/organization.yaml:8:13  policies.workload: expected root or a unit listed in units, found "workload"; write workloads, or add it to units',
    ]);
  });

  it('fails for a policy that does not exist, with the nearest', () => {
    expect(problemsOfOrganization(['policies:', '  workloads: [deny-public-s4]'])).toEqual([
      'environments/organization.yaml:8:15  policies.workloads[0]: there is no policy "deny-public-s4"; write deny-public-s3, or add it to customPolicies with its file',
    ]);
  });

  it('fails for a policy that is listed twice', () => {
    expect(problemsOfOrganization(['policies:', '  workloads: [deny-public-s3, deny-public-s3]'])).toEqual([
      expect.stringContaining('policies.workloads[1]: "deny-public-s3" is listed already; remove one'),
    ]);
  });

  it('fails for a custom policy with the name of one that comes with the platform', () => {
    expect(
      problemsOfOrganization(
        ['customPolicies:', '  deny-all: { description: Mine, file: policies/mine.json }'],
        {
          'policies/mine.json':
            '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
        },
      ),
    ).toEqual([
      expect.stringContaining(
        'customPolicies.deny-all: "deny-all" comes with the platform already; choose another name',
      ),
    ]);
  });
});
