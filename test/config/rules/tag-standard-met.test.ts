import { problemsOfOrganization } from '../organization-file';
import { stageFile } from '../environment-folder';

const STANDARD = ['tagStandard:', "  keys: { CostCenter: ['4711', '4712'] }", '  units: [workloads]'];
const tagged = (value: string) => ({
  'one.yaml': stageFile('one', '10.1.0.0/16', 'tags:', `  CostCenter: '${value}'`),
});

describe('the tag standard', () => {
  it('may be met by organization.yaml or by defaults.yaml, for all stages', () => {
    expect(problemsOfOrganization([...STANDARD, "tags: { CostCenter: '4711' }"])).toEqual([]);
    expect(
      problemsOfOrganization(STANDARD, {
        'defaults.yaml': "region: eu-west-1\ntags: { CostCenter: '4712' }\n",
      }),
    ).toEqual([]);
  });

  it('fails for every stage that lacks a tag', () => {
    expect(problemsOfOrganization(STANDARD, tagged('4711'))).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml.*tags: the tag standard asks for "CostCenter"; add it to tags here, in defaults\.yaml or in organization\.yaml$/,
      ),
    ]);
  });

  it('fails for another value', () => {
    expect(problemsOfOrganization([...STANDARD, "tags: { CostCenter: '4711' }"], tagged('42'))).toEqual([
      'environments/one.yaml:9:15  tags.CostCenter: expected "4711" or "4712" by tagStandard, found "42"; write one of them, or add it there',
    ]);
  });

  it('fails for a tag that the platform sets itself', () => {
    expect(problemsOfOrganization(['tagStandard: { keys: { stage: [] } }'])).toEqual([
      expect.stringContaining('tagStandard.keys.stage: Stage is set by the platform itself; remove the line'),
    ]);
  });

  it('fails for a unit that is not listed', () => {
    expect(problemsOfOrganization(['tagStandard: { units: [workload] }'])).toEqual([
      expect.stringContaining(
        'tagStandard.units[0]: expected root or a unit listed in units, found "workload"; write workloads, or add it to units',
      ),
    ]);
  });
});
