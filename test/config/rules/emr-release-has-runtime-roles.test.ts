import { problemsWith, stageFile } from '../environment-folder';

const withRelease = (release: string) =>
  problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', 'emr:', `  release: ${release}`) });

describe('the EMR release', () => {
  it.each(['emr-6.7.0', 'emr-6.15.0', 'emr-7.12.0', 'emr-spark-8.0.0'])('may be %s', (release) => {
    expect(withRelease(release)).toEqual([]);
  });

  it.each(['emr-6.6.0', 'emr-5.36.2'])('fails when it is %s, without runtime roles', (release) => {
    expect(withRelease(release)).toEqual([
      `environments/two.yaml:9:12  emr.release: ${release} cannot run steps under step roles; use emr-6.7.0 or a later release`,
    ]);
  });

  it('fails when it is no release label', () => {
    expect(withRelease('7.12.0')).toEqual([
      expect.stringContaining('expected an EMR release label such as emr-7.12.0'),
    ]);
  });
});
