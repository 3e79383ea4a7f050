import { CORRECT, problemsWith } from '../environment-folder';

const withUnits = (units: readonly string[]) => ({
  'organization.yaml':
    CORRECT['organization.yaml']?.replace(
      /units: .*/,
      `units: [workloads/non-production, ${units.join(', ')}]`,
    ) ?? '',
});

describe('organizational units', () => {
  it('may lie five deep', () => {
    expect(problemsWith(withUnits(['a/b/c/d/e']))).toEqual([]);
  });

  it('fails below the fifth level', () => {
    expect(problemsWith(withUnits(['a/b/c/d/e/f']))).toEqual([
      expect.stringContaining('units[1]: expected a path of at most 5 unit names'),
    ]);
  });

  it('fails when one is listed twice', () => {
    expect(problemsWith(withUnits(['a', 'b', 'a']))).toEqual([
      'environments/organization.yaml:3:41  units[3]: "a" is listed already (environments/organization.yaml:3:35); remove one',
    ]);
  });

  it('fails when there are more than AWS allows, the units above them counted', () => {
    const units = Array.from({ length: 1000 }, (_, index) => `u${index}/below`);
    expect(problemsWith(withUnits(units))).toEqual([
      expect.stringContaining(
        'units: expected at most 2000 units, those above the listed ones included, found 2002',
      ),
    ]);
  });
});
