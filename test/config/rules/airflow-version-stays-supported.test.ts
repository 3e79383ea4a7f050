import { airflowStageOf } from '../airflow-stage';
import { CORRECT, warningsWith } from '../environment-folder';

const ENDING = {
  ...airflowStageOf('2.11.2'),
  'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}airflowVersions:\n  2.11.2: { python: '3.12', endOfSupport: '2027-06-30' }\n`,
};

describe('a version of Airflow whose end AWS has announced', () => {
  it.each([
    ['2027-01-01', 180],
    ['2027-06-28', 2],
  ])('is warned about on %s', (today, days) => {
    expect(warningsWith(ENDING, new Date(today))).toEqual([
      `environments/two.yaml:10:14  airflow.main.version: AWS supports Airflow 2.11.2 until 2027-06-30, in ${days} days; plan the upgrade (docs/runbooks/airflow-upgrade.md)`,
    ]);
  });

  it('is warned about on the last day in the singular', () => {
    expect(warningsWith(ENDING, new Date('2027-06-29T22:00:00Z'))).toEqual([
      expect.stringContaining('until 2027-06-30, in 1 day; plan'),
    ]);
  });

  it.each([
    ['before AWS gives notice', '2026-12-31'],
    ['once it is over, which is a problem and no warning', '2027-06-30'],
  ])('is not warned about %s', (_, today) => {
    expect(warningsWith(ENDING, new Date(today))).toEqual([]);
  });
});
