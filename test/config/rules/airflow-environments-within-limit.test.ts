import { problemsWith, stageFile } from '../environment-folder';

const withEnvironments = (count: number) =>
  problemsWith({
    'two.yaml': stageFile(
      'two',
      '10.2.0.0/16',
      'airflow:',
      ...Array.from({ length: count }, (_, index) => `  e${index + 1}: { version: 2.11.2 }`),
    ),
  });

describe('the Airflow environments of a stage', () => {
  it('may be as many as AWS allows without being asked', () => {
    expect(withEnvironments(10)).toEqual([]);
  });

  it('fail when they are more', () => {
    expect(withEnvironments(11)).toEqual([
      'environments/two.yaml:8:1  airflow: expected at most 10 environments, found 11: AWS allows no more in an account; a second one is for moving to another version, teams share one',
    ]);
  });
});
