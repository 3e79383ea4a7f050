import { problemsWith, stageFile } from '../environment-folder';

const withEmr = (...lines: string[]) =>
  problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', 'emr:', ...lines) });

describe('the number of EMR nodes', () => {
  it('may be fixed', () => {
    expect(
      withEmr('  clusters:', '    main: { core: { instanceType: m6g.xlarge, min: 2, max: 2 } }'),
    ).toEqual([]);
  });

  it('fails when the fewest core nodes are more than the most', () => {
    expect(
      withEmr('  clusters:', '    main: { core: { instanceType: m6g.xlarge, min: 5, max: 2 } }'),
    ).toEqual([
      'environments/two.yaml:10:52  emr.clusters.main.core.min: min 5 is more than max 2; lower min or raise max',
    ]);
  });

  it('fails for task nodes of transient clusters in the same way', () => {
    expect(withEmr('  transient: { task: { instanceType: m6g.xlarge, min: 5, max: 2 } }')).toEqual([
      expect.stringContaining('emr.transient.task.min: min 5 is more than max 2'),
    ]);
  });

  it('fails for task nodes that can never be', () => {
    expect(
      withEmr(
        '  clusters:',
        '    main:',
        '      core: { instanceType: m6g.xlarge, max: 2 }',
        '      task: { instanceType: m6g.xlarge, max: 0 }',
      ),
    ).toEqual([
      'environments/two.yaml:12:46  emr.clusters.main.task.max: expected a whole number from 1 to 1000, found 0; for no task nodes at all, leave out task',
    ]);
  });
});
