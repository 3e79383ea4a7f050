import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

const GROUPS = 'athena:\n  workGroups:\n    engineers: { maxScannedBytes: 10485760 }\n';

function withAthena(athena: string, groups = GROUPS): string[] {
  return problemsWith({ 'two.yaml': `${airflowStage(`athena: ${athena}`)['two.yaml'] ?? ''}${groups}` });
}

describe('databases that DAGs may query', () => {
  it('may come with a work group', () => {
    expect(withAthena('{ workGroups: [engineers], databases: [curated] }')).toEqual([]);
  });

  it('may be none, with a work group and without', () => {
    expect(withAthena('{ workGroups: [engineers] }')).toEqual([]);
    expect(withAthena('{ databases: [] }')).toEqual([]);
  });

  it('fail without a work group, and name those of the stage', () => {
    expect(withAthena('{ databases: [curated] }')).toEqual([
      'environments/two.yaml:11:26  airflow.main.athena.databases: expected athena.workGroups beside athena.databases, found none: DAGs query in a work group, and without one they may not read a database; add workGroups with engineers, or take databases out',
    ]);
  });

  it('fail without a work group where the stage has none', () => {
    expect(withAthena('{ databases: [curated] }', '')).toEqual([
      expect.stringContaining('add workGroups with one of athena.workGroups, or take databases out'),
    ]);
  });
});
