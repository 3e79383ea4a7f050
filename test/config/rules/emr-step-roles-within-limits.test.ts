import { problemsWith, stageFile } from '../environment-folder';

const withStepRoles = (count: number) =>
  problemsWith({
    'two.yaml': stageFile(
      'two',
      '10.2.0.0/16',
      'emr:',
      '  stepRoles:',
      ...Array.from({ length: count }, (_, index) => `    job-${index}: {}`),
    ),
  });

describe('the number of step roles', () => {
  it('may be 50', () => {
    expect(withStepRoles(50)).toEqual([]);
  });

  it('fails when it is 51', () => {
    expect(withStepRoles(51)).toEqual([
      'environments/two.yaml:9:3  emr.stepRoles: expected at most 50 step roles, found 51: more do not fit into one IAM policy; let jobs with the same data share a role',
    ]);
  });
});
