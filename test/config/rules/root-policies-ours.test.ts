import { problemsOfOrganization } from '../organization-file';

describe('policies at the root', () => {
  it('fails where another team owns the organization', () => {
    expect(problemsOfOrganization(['policies:', '  root: [deny-public-s3]'])).toEqual([
      'environments/organization.yaml:8:9  policies.root: binds every account of the organization, which organization.managed: false leaves to its owner; attach the policies to your topmost units, or write managed: true',
    ]);
  });

  it('fails for a tag policy there too', () => {
    expect(problemsOfOrganization(['tagStandard: { units: [root] }'])).toEqual([
      expect.stringContaining('tagStandard.units[0]: binds every account of the organization'),
    ]);
  });

  it('may be attached where the organization is ours', () => {
    expect(
      problemsOfOrganization([
        'organization: { managed: true }',
        'policies: { root: [deny-public-s3] }',
        'tagStandard: { units: [root] }',
      ]),
    ).toEqual([]);
  });

  it('fails for a quarantine anywhere else, where it would do nothing', () => {
    expect(problemsOfOrganization(['policies:', '  workloads: [quarantine-new-accounts]'])).toEqual([
      expect.stringContaining(
        'policies.workloads[0]: quarantine-new-accounts has an effect at root alone, where accounts are before they are in a unit; move it to policies.root',
      ),
    ]);
  });

  it('fails when everything is denied to everybody', () => {
    expect(
      problemsOfOrganization(['organization: { managed: true }', 'policies:', '  root: [deny-all]']),
    ).toEqual([
      expect.stringContaining(
        'policies.root[0]: deny-all at root would stop every account; attach it to a unit such as suspended',
      ),
    ]);
  });
});
