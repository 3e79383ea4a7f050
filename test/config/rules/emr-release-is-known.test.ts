import { stageFile, warningsWith } from '../environment-folder';

const withRelease = (release: string) =>
  warningsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', 'emr:', `  release: ${release}`) });

describe('the table of EMR releases', () => {
  it('is silent about a release it has', () => {
    expect(withRelease('emr-7.12.0')).toEqual([]);
  });

  it('warns about one it has not, which may be newer than it is', () => {
    expect(withRelease('emr-7.99.0')).toEqual([
      'environments/two.yaml:9:12  emr.release: emr-7.99.0 is none of the releases known here ' +
        '(emr-spark-8.0.0, emr-7.13.0, emr-7.12.0, emr-7.10.0); ' +
        'find out whether the region has it with: aws emr list-release-labels',
    ]);
  });
});
