import { AIRFLOW_VERSIONS } from '../../../config/limits/mwaa';
import { airflowStageOf } from '../airflow-stage';
import { CORRECT, problemsWith, warningsWith } from '../environment-folder';

/** A day on which the table is as AWS had it when it was read. */
const TODAY = new Date('2026-09-15');

describe('the table of Airflow versions', () => {
  it.each(Object.entries(AIRFLOW_VERSIONS).flatMap(([version, { python }]) => (python ? [version] : [])))(
    'is silent about %s, which it has',
    (version) => {
      expect(warningsWith(airflowStageOf(version), TODAY)).toEqual([]);
    },
  );

  it('warns about one it has not, which may be newer than it is, and stops nothing', () => {
    expect(problemsWith(airflowStageOf('3.9.9'), TODAY)).toEqual([]);
    expect(warningsWith(airflowStageOf('3.9.9'), TODAY)).toEqual([
      'environments/two.yaml:10:14  airflow.main.version: Airflow 3.9.9 is none of the versions on MWAA known here ' +
        `(${Object.keys(AIRFLOW_VERSIONS).join(', ')}); if AWS has it, write it into airflowVersions in organization.yaml, with its Python version`,
    ]);
  });

  it('takes what organization.yaml adds', () => {
    const organization = `${CORRECT['organization.yaml'] ?? ''}airflowVersions:\n  3.9.9: { python: '3.13' }\n`;
    expect(warningsWith({ ...airflowStageOf('3.9.9'), 'organization.yaml': organization }, TODAY)).toEqual(
      [],
    );
  });

  it('fails for an addition whose Python YAML has read as a number', () => {
    const organization = `${CORRECT['organization.yaml'] ?? ''}airflowVersions:\n  3.9.9: { python: 3.10 }\n`;
    expect(problemsWith({ 'organization.yaml': organization }, TODAY)).toEqual([
      'environments/organization.yaml:8:20  airflowVersions["3.9.9"].python: expected a Python version in quotes, such as "3.12", found 3.10 (number); write \'3.10\', in quotes',
    ]);
  });
});
