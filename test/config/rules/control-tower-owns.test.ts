import { stageFileOfAccount } from '../environment-folder';
import { problemsOfOrganization, UNDER_CONTROL_TOWER } from '../organization-file';

const { units, stages } = UNDER_CONTROL_TOWER;
const problems = (...lines: string[]) => problemsOfOrganization([...lines, units], stages);

describe('an organization with Control Tower', () => {
  it('may have guardrails of ours', () => {
    expect(
      problems(
        'organization: { controlTower: true }',
        'policies: { workloads: [deny-public-s3] }',
        'audit: { trail: false }',
      ),
    ).toEqual([]);
  });

  it('fails when it is to be managed here too', () => {
    expect(problems('organization: { controlTower: true, managed: true }')).toEqual([
      expect.stringContaining(
        'organization.managed: Control Tower registers services and policy types of its own, which managed: true would take away; write managed: false, or controlTower: false where it does not run',
      ),
    ]);
  });

  it.each(['trail', 'guardDuty', 'securityHub', 'accessAnalyzer'])(
    'fails when %s is to be made a second time',
    (service) => {
      expect(
        problems(
          'organization: { controlTower: true }',
          `audit: { accountId: '444455556666', ${service}: true }`,
        ),
      ).toEqual([
        expect.stringContaining(
          `audit.${service}: Control Tower owns what watches the accounts; remove the line and set it up there`,
        ),
      ]);
    },
  );

  it('fails when units are to be made, listed ones and those above them', () => {
    const existing = 'existingUnits: { workloads/non-production: ou-a1b2-c3d4e5f8 }';
    const text = (place: string, unit: string) =>
      `environments/organization.yaml:3:${place}: expected the id of ${unit} in existingUnits, found none; Control Tower governs no unit that is made here: make it there, or register it, and write its id`;
    expect(problemsOfOrganization(['organization: { controlTower: true }', existing], stages)).toEqual([
      text('9  units[0]', 'workloads'),
      text('9  units[0]', 'workloads/production'),
    ]);
  });

  it('fails when accounts are to be made', () => {
    const files = { 'one.yaml': stages['one.yaml'] };
    expect(problemsOfOrganization(['organization: { controlTower: true }', units], files)).toEqual([
      "environments/two.yaml:2:1  account.id: expected the id of an account that Control Tower governs (organization.controlTower), found none; make it with Control Tower's Account Factory, or enrol it, and write its id",
    ]);
  });

  it('lets go of an account without its id', () => {
    const files = {
      'one.yaml': stages['one.yaml'],
      'two.yaml': stageFileOfAccount('two', '10.2.0.0/16', 'lifecycle: closing'),
    };
    const lines = ['organization: { controlTower: true }', units];
    expect(problemsOfOrganization(lines, files).filter((line) => line.includes('account.id'))).toEqual([]);
  });

  it('fails when its policies are counted where it does not run', () => {
    expect(problemsOfOrganization(['organization: { controlTowerPolicies: 2 }'])).toEqual([
      expect.stringContaining(
        'organization.controlTowerPolicies: has no effect while organization.controlTower is false; write controlTower: true, or remove the line',
      ),
    ]);
  });
});
