import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

const GROUPS = ['athena:', '  workGroups:', '    engineers: { maxScannedBytes: 10485760 }'];

function withGroups(groups: readonly string[], wanted: string): string[] {
  const stage = airflowStage(`athena: { workGroups: [${wanted}] }`)['two.yaml'] ?? '';
  return problemsWith({ 'two.yaml': `${stage}${groups.join('\n')}\n` });
}

describe('a work group in which DAGs run queries', () => {
  it('may be one of the stage', () => {
    expect(withGroups(GROUPS, 'engineers')).toEqual([]);
  });

  it('fails when it is none, and offers the one that is meant', () => {
    expect(withGroups(GROUPS, 'enginers')).toEqual([
      'environments/two.yaml:11:28  airflow.main.athena.workGroups[0]: expected a work group of athena.workGroups, found "enginers": there are engineers; write engineers',
    ]);
  });

  it('says nothing of one whose own settings are wrong: those are reported', () => {
    const wrong = ['athena:', '  workGroups:', '    engineers: { maxScannedBytes: 1 }'];
    expect(withGroups(wrong, 'engineers')).toEqual([
      expect.stringContaining('athena.workGroups.engineers.max'),
    ]);
  });

  it('fails when there is none at all', () => {
    expect(withGroups([], 'engineers')).toEqual([
      'environments/two.yaml:11:28  airflow.main.athena.workGroups[0]: expected a work group of athena.workGroups, found "engineers": there are none; add it to athena.workGroups',
    ]);
  });
});
