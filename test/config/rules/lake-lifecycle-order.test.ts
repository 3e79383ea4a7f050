import { problemsWith } from '../environment-folder';
import { problemsOfStage } from '../lake-stage';

const text = (found: number, needed: number, after: number) =>
  `expected at least ${needed} days, found ${found}: objects move to Standard-IA after ${after}, where S3 charges 30 days in any case; write ${needed}, or remove infrequentAccessAfterDays`;

describe('the life of objects', () => {
  it('may end after the days in infrequent access that are charged anyway', () => {
    expect(problemsOfStage('lake: { raw: { infrequentAccessAfterDays: 30, expireAfterDays: 60 } }')).toEqual(
      [],
    );
  });

  it('may end when it likes without infrequent access', () => {
    expect(problemsOfStage('lake: { raw: { expireAfterDays: 1 } }')).toEqual([]);
  });

  it.each([59, 30, 1])('fails when it ends after %i days', (days) => {
    expect(
      problemsOfStage(`lake: { raw: { infrequentAccessAfterDays: 30, expireAfterDays: ${days} } }`),
    ).toEqual([`environments/two.yaml:8:64  lake.raw.expireAfterDays: ${text(days, 60, 30)}`]);
  });

  it('fails at the move when the end is a built-in default', () => {
    expect(problemsOfStage('lake: { queryResults: { infrequentAccessAfterDays: 30 } }')).toEqual([
      `environments/two.yaml:8:52  lake.queryResults.infrequentAccessAfterDays: ${text(30, 60, 30)}`,
    ]);
  });

  it('fails for logs of clusters that end too early', () => {
    expect(
      problemsOfStage('lake: { artifacts: { infrequentAccessAfterDays: 30, expireLogsAfterDays: 31 } }'),
    ).toEqual([`environments/two.yaml:8:74  lake.artifacts.expireLogsAfterDays: ${text(31, 60, 30)}`]);
  });

  it('fails once for what defaults.yaml says to all', () => {
    const defaults =
      'region: eu-west-1\nlake: { raw: { infrequentAccessAfterDays: 90, expireAfterDays: 91 } }\n';
    expect(problemsWith({ 'defaults.yaml': defaults })).toEqual([
      `environments/defaults.yaml:2:64  lake.raw.expireAfterDays: ${text(91, 120, 90)}`,
    ]);
  });
});
