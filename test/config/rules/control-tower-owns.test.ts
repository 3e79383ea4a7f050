import { problemsOfOrganization } from '../organization-file';

describe('an organization with Control Tower', () => {
  it('may have guardrails of ours', () => {
    expect(
      problemsOfOrganization([
        'organization: { controlTower: true }',
        'policies: { workloads: [deny-public-s3] }',
        'audit: { trail: false }',
      ]),
    ).toEqual([]);
  });

  it('fails when it is to be managed here too', () => {
    expect(problemsOfOrganization(['organization: { controlTower: true, managed: true }'])).toEqual([
      expect.stringContaining(
        'organization.managed: Control Tower registers services and policy types of its own, which managed: true would take away; write managed: false, or controlTower: false where it does not run',
      ),
    ]);
  });

  it.each(['trail', 'guardDuty', 'securityHub', 'accessAnalyzer'])(
    'fails when %s is to be made a second time',
    (service) => {
      expect(
        problemsOfOrganization([
          'organization: { controlTower: true }',
          `audit: { accountId: '444455556666', ${service}: true }`,
        ]),
      ).toEqual([
        expect.stringContaining(
          `audit.${service}: Control Tower owns what watches the accounts; remove the line and set it up there`,
        ),
      ]);
    },
  );

  it('fails when its policies are counted where it does not run', () => {
    expect(problemsOfOrganization(['organization: { controlTowerPolicies: 2 }'])).toEqual([
      expect.stringContaining(
        'organization.controlTowerPolicies: has no effect while organization.controlTower is false; write controlTower: true, or remove the line',
      ),
    ]);
  });
});
