import { airflowStage } from '../airflow-stage';
import { warningsWith } from '../environment-folder';

const LINES = [
  '--find-links /usr/local/airflow/plugins',
  '--no-index',
  '--constraint "/usr/local/airflow/plugins/constraints-2.11.2-3.12.txt"',
];

const warningsOf = (requirements: readonly string[], ...plugins: string[]) =>
  warningsWith({
    ...airflowStage('webServerAccess: PRIVATE_ONLY'),
    'airflow/requirements.txt': `${requirements.join('\n')}\n`,
    'airflow/plugins/constraints-2.11.2-3.12.txt': '',
    ...Object.fromEntries(plugins.map((name) => [`airflow/plugins/${name}`, ''])),
  });

test.each([
  ['pandas==2.1.4', 'pandas-2.1.4-cp312-cp312-manylinux_2_17_x86_64.whl'],
  ['Typing.Extensions>=4', 'typing_extensions-4.12.2-py3-none-any.whl'],
  ['apache-airflow-providers-slack[http]', 'apache_airflow_providers_slack-9.1.0-py3-none-any.whl'],
  ['old-fashioned', 'old-fashioned-1.0.tar.gz'],
])('%s is found in %s', (line, file) => {
  expect(warningsOf([...LINES, line], file)).toEqual([]);
});

test('a package that was not brought along is warned of, and what MWAA’s image may have', () => {
  expect(warningsOf([...LINES, 'pandas==2.1.4'], 'numpy-1.26.4-cp312-cp312-linux_x86_64.whl')).toEqual([
    "environments/airflow/requirements.txt:4:1  no wheel of pandas lies in environments/airflow/plugins, and with --no-index pip looks nowhere else for airflow.main of two; put it there, unless MWAA's image has the package",
  ]);
});

test('a wheel further down is not found: pip looks into the folder only', () => {
  expect(warningsOf([...LINES, 'pandas'], 'wheels/pandas-2.1.4-py3-none-any.whl')).toHaveLength(1);
});

test('nothing is said where pip asks an index', () => {
  expect(warningsWith({ ...airflowStage(), 'airflow/requirements.txt': 'pandas\n' })).toEqual([]);
});
