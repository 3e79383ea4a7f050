import { airflowStage, constraint } from '../airflow-stage';
import { warningsWith } from '../environment-folder';

const warningsOf = (...lines: string[]) =>
  warningsWith({ ...airflowStage(), 'airflow/requirements.txt': `${lines.join('\n')}\n` });

test('constraints of Airflow’s own are known', () => {
  expect(warningsOf(constraint('2.11.2', '3.12'))).toEqual([]);
});

test('constraints of the team’s own are warned of: they are to be made anew with each version', () => {
  expect(warningsOf('# ours', '-c https://acme.io/c.txt', 'pandas')).toEqual([
    'environments/airflow/requirements.txt:2:1  "https://acme.io/c.txt" is no constraints file of Airflow\'s own: whether it fits for airflow.main of two (Airflow 2.11.2) with Python 3.12 cannot be told; make it anew with each version',
  ]);
});
