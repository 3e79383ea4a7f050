import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

const withScript = (...lines: string[]) =>
  problemsWith({ ...airflowStage(), 'airflow/startup.sh': ['#!/bin/sh', ...lines, ''].join('\n') });

const AT = 'environments/airflow/startup.sh:2:1  ';

describe('a startup script', () => {
  it.each([
    'export PIP_DISABLE_PIP_VERSION_CHECK=1',
    'export AIRFLOW__CORE__DEFAULT_TASK_RETRIES=2',
    'echo "region is ${AWS_REGION}"',
    'if [ "$MWAA_AIRFLOW_COMPONENT" = worker ]; then yum install -y libaio; fi',
    'export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)"',
    'export PATH="$PATH:/usr/local/airflow/bin"',
    '# export AIRFLOW_HOME=/tmp',
  ])('may have the line %s', (line) => {
    expect(withScript(line)).toEqual([]);
  });

  it.each(['AIRFLOW_HOME', 'AIRFLOW_VERSION', 'PYTHONPATH', 'AWS_REGION', 'MWAA__CORE__TASK'])(
    'fails when it sets %s, which MWAA keeps',
    (variable) => {
      const problem = `${AT}${variable} for airflow.main of two: MWAA sets it itself and does not take another value; take it out`;
      expect(withScript(`export ${variable}=/tmp`)).toEqual([problem]);
      expect(withScript(`echo on; ${variable}="/tmp"`)).toEqual([problem]);
    },
  );

  it.each([
    [
      'AIRFLOW__CORE__FERNET_KEY',
      'core.fernet_key cannot be set: MWAA makes the key that encrypts connections',
    ],
    ['AIRFLOW__API__BASE_URL', 'api.base_url cannot be set: MWAA gives the web server its address'],
    ['AIRFLOW__SECRETS__BACKEND', 'secrets.backend cannot be set: it is always Secrets Manager'],
  ])('fails when it sets %s, past what options refuse', (variable, reason) => {
    expect(withScript(`export ${variable}=abc`)).toEqual([
      `${AT}${variable} for airflow.main of two: ${reason}; take it out`,
    ]);
  });

  it.each(['DB_PASSWORD=hunter2', "AIRFLOW__SMTP__SMTP_PASSWORD='hunter2'", 'KEY=AKIAIOSFODNN7EXAMPLE'])(
    'fails with a secret: %s',
    (assignment) => {
      expect(withScript(`export ${assignment}`)).toEqual([
        `${AT}${assignment.split('=')[0]} for airflow.main of two: this looks like a secret, and the script lies in a bucket; read it from Secrets Manager, or use a connection`,
      ]);
    },
  );
});
