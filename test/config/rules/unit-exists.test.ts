import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const inUnit = (unit: string) => stageFile('two', '10.2.0.0/16').replace('workloads/non-production', unit);

describe('the unit of an account', () => {
  it.each(['workloads/production', 'workloads'])('may be %s: listed, or above a listed one', (unit) => {
    expect(problemsWith({ 'two.yaml': inUnit(unit) })).toEqual([]);
  });

  it('is not called unknown while the list of units has an unreadable one', () => {
    const organization =
      CORRECT['organization.yaml']?.replace('[workloads/production,', '[/sandboxes,') ?? '';
    const problems = problemsWith({ 'organization.yaml': organization, 'two.yaml': inUnit('sandboxes') });
    expect(problems).toEqual([expect.stringContaining('organization.yaml:3:9  units[0]: expected a path')]);
  });

  it.each([
    ['workloads/prodution', 'write workloads/production, or add it to units there'],
    ['non-production', 'write workloads/non-production, or add it to units there'],
    [
      'finance',
      'write one of workloads, workloads/non-production, workloads/production, or add it to units there',
    ],
  ])('fails for %s, with the nearest one', (unit, fix) => {
    expect(problemsWith({ 'two.yaml': inUnit(unit) })).toEqual([
      `environments/two.yaml:5:9  account.unit: expected a unit of environments/organization.yaml, found "${unit}"; ${fix}`,
    ]);
  });
});
