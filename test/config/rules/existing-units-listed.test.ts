import { CORRECT, problemsWith } from '../environment-folder';

const withExisting = (existing: string) => ({
  'organization.yaml': `${CORRECT['organization.yaml']}existingUnits: ${existing}\n`,
});

describe('units that exist already', () => {
  it('are listed, or stand above a listed one', () => {
    expect(
      problemsWith(
        withExisting('{ workloads: ou-a1b2-c3d4e5f6, workloads/non-production: ou-a1b2-c3d4e5f7 }'),
      ),
    ).toEqual([]);
  });

  it('fails for a unit that is not listed', () => {
    expect(problemsWith(withExisting('{ workload: ou-a1b2-c3d4e5f6 }'))).toEqual([
      expect.stringMatching(
        /existingUnits\.workload: "?workload"? is no unit listed in units; write workloads, or remove the line$/,
      ),
    ]);
  });

  it('fails for two with one id', () => {
    const existing = '{ workloads: ou-a1b2-c3d4e5f6, workloads/non-production: ou-a1b2-c3d4e5f6 }';
    expect(problemsWith(withExisting(existing))).toEqual([
      expect.stringMatching(
        /^environments\/organization\.yaml:7:\d+ {2}existingUnits\["workloads\/non-production"\]: ou-a1b2-c3d4e5f6 is the id of workloads already; write the id of this unit, or remove the line to have it made$/,
      ),
    ]);
  });

  it('fails for an id that is none', () => {
    expect(problemsWith(withExisting('{ workloads: r-a1b2 }'))).toEqual([
      expect.stringContaining(
        'expected the id of an organizational unit, such as ou-a1b2-c3d4e5f6, found "r-a1b2"',
      ),
    ]);
  });
});
