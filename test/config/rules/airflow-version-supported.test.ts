import { airflowStageOf } from '../airflow-stage';
import { CORRECT, problemsWith } from '../environment-folder';

const TODAY = new Date('2026-09-15');
const organization = (versions: string) => ({
  'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}airflowVersions:\n  ${versions}\n`,
});

describe('a version of Airflow', () => {
  it('may be one without an announced end', () => {
    expect(problemsWith(airflowStageOf('2.11.2'), TODAY)).toEqual([]);
  });

  it('fails when AWS has ended its support', () => {
    expect(problemsWith(airflowStageOf('2.6.3'), TODAY)).toEqual([
      'environments/two.yaml:10:14  airflow.main.version: AWS ended its support of Airflow 2.6.3 on 2025-12-30 and makes no such environment any more; ' +
        'take one of 3.3.1, 3.2.1, 3.0.6, 2.11.2, 2.11.0, 2.10.3, 2.10.1, 2.9.2, 2.8.1, 2.7.2, or, if AWS has moved the day, write it into airflowVersions in organization.yaml',
    ]);
  });

  it.each(['2.5.1', '2.4.3', '2.2.2', '2.0.2', '1.10.12'])('fails when it is %s', (version) => {
    expect(problemsWith(airflowStageOf(version), TODAY)).toEqual([
      expect.stringContaining(`AWS ended its support of Airflow ${version} on 202`),
    ]);
  });

  it('fails from the very day on which support ends, and not before', () => {
    expect(problemsWith(airflowStageOf('2.6.3'), new Date('2025-12-29T23:59:59Z'))).toEqual([]);
    expect(problemsWith(airflowStageOf('2.6.3'), new Date('2025-12-30T00:00:00Z'))).toHaveLength(1);
  });

  it('may live on when organization.yaml says that AWS has moved the day', () => {
    const moved = organization("2.6.3: { python: '3.10', endOfSupport: '2027-06-30' }");
    expect(problemsWith({ ...airflowStageOf('2.6.3'), ...moved }, TODAY)).toEqual([]);
  });

  it('fails when organization.yaml says that support has ended, and is not offered any more', () => {
    const ended = organization("2.11.2: { python: '3.12', endOfSupport: '2026-09-01' }");
    const problems = problemsWith({ ...airflowStageOf('2.11.2'), ...ended }, TODAY);
    expect(problems).toEqual([
      expect.stringContaining('AWS ended its support of Airflow 2.11.2 on 2026-09-01'),
    ]);
    expect(problems[0]).toContain('3.0.6, 2.11.0, 2.10.3');
  });

  it.each(['2.11', 'v2.11.2', 'latest', '2.11.x'])('fails when it is %s, which is no version', (version) => {
    expect(problemsWith(airflowStageOf(`'${version}'`), TODAY)).toEqual([
      `environments/two.yaml:10:14  airflow.main.version: expected a version of Apache Airflow on MWAA such as 2.11.2, found ${JSON.stringify(version)}`,
    ]);
  });
});
