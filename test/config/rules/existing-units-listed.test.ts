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

  it('fails for an id that is none', () => {
    expect(problemsWith(withExisting('{ workloads: r-a1b2 }'))).toEqual([
      expect.stringContaining(
        'expected the id of an organizational unit, such as ou-a1b2-c3d4e5f6, found "r-a1b2"',
      ),
    ]);
  });
});
