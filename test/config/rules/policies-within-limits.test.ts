import { SERVICE_CONTROL_POLICY_NAMES } from '../../../config/limits/service-control-policies';
import { problemsOfOrganization, UNDER_CONTROL_TOWER } from '../organization-file';

const SEVEN = SERVICE_CONTROL_POLICY_NAMES.filter(
  (name) => name !== 'quarantine-new-accounts' && name !== 'deny-all',
);
const CUSTOM = ['one', 'two', 'three'];
const custom = [
  'customPolicies:',
  ...CUSTOM.map((name) => `  ${name}: { description: Mine, file: policies/mine.json }`),
];
const files = {
  'policies/mine.json':
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}',
};
const withPolicies = (names: readonly string[], ...more: string[]) =>
  problemsOfOrganization([...more, 'policies:', `  workloads: [${names.join(', ')}]`, ...custom], files);
const withControlTower = (settings: string) =>
  problemsOfOrganization(
    [
      `organization: { controlTower: true, ${settings} }`,
      UNDER_CONTROL_TOWER.units,
      `policies: { workloads: [${SEVEN.join(', ')}] }`,
    ],
    UNDER_CONTROL_TOWER.stages,
  );

describe('the number of policies', () => {
  it('may be nine, beside FullAWSAccess', () => {
    expect(withPolicies([...SEVEN, 'one', 'two'])).toEqual([]);
  });

  it('fails above what AWS attaches', () => {
    expect(withPolicies([...SEVEN, ...CUSTOM])).toEqual([
      expect.stringContaining(
        'policies.workloads: expected at most 9 policies, found 10; AWS attaches 10 and no more, of which FullAWSAccess is one; attach some to a unit above or below',
      ),
    ]);
  });

  it('fails when Control Tower holds the rest', () => {
    expect(withControlTower('managed: false')).toEqual([
      expect.stringContaining(
        'expected at most 5 policies, found 7; AWS attaches 10 and no more, of which FullAWSAccess is one and Control Tower holds 4 (organization.controlTowerPolicies)',
      ),
    ]);
  });

  it('may be more when Control Tower is said to hold less', () => {
    expect(withControlTower('controlTowerPolicies: 2')).toEqual([]);
  });
});
