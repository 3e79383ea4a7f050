import { FORCED_AIRFLOW_OPTIONS } from '../../../config/limits/mwaa';
import { checkConfigurationOptions } from '../../../local/mwaa/mwaa-configuration-options';
import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

const withOption = (key: string, value = 'x') =>
  problemsWith(airflowStage('options:', `  ${key}: '${value}'`));

const secretAt = (key: string) =>
  `environments/two.yaml:12:${9 + key.length}  airflow.main.options["${key}"]: this looks like a secret, and options are kept in Terraform's state and shown in the console; keep it in Secrets Manager below two/airflow/ as a connection or variable`;

describe('an Airflow option', () => {
  it.each([
    ['core.default_task_retries', '2'],
    ['celery.worker_autoscale', '5,5'],
    ['webserver.warn_deployment_exposure', 'False'],
    ['email.from_email', 'data@acme.io'],
    ['smtp.smtp_host', 'mail.acme.io'],
    ['core.max_num_rendered_ti_fields_per_task', '30'],
    ['scheduler.dag_dir_list_interval', '60'],
    ['sentry.release', 'https://acme.io/token'],
  ])('may be %s', (key, value) => {
    expect(withOption(key, value)).toEqual([]);
  });

  it.each(Object.entries(FORCED_AIRFLOW_OPTIONS))('fails when it is %s, which MWAA sets', (key, reason) => {
    expect(withOption(key)).toEqual([
      `environments/two.yaml:12:${9 + key.length}  airflow.main.options["${key}"]: ${key} cannot be set: ${reason}; take it out`,
    ]);
  });

  it.each([
    [
      'core.lazy_load_plugins',
      'it is False on Airflow 2, where MWAA asks for it, and not needed on Airflow 3',
    ],
    ['landing_zone.platform_parameter', 'it names the parameter with what DAGs need to know of the stage'],
    ['secrets.backend', 'it is always Secrets Manager'],
    ['secrets.backend_kwargs', 'secrets are always looked up below the prefix of the stage'],
  ])('fails when it is %s, which this project sets', (key, reason) => {
    expect(withOption(key)).toEqual([
      `environments/two.yaml:12:${9 + key.length}  airflow.main.options["${key}"]: ${key} cannot be set: ${reason}; take it out`,
    ]);
  });

  it.each([
    'smtp.smtp_password',
    'webserver.secret_key',
    'api_auth.jwt_secret',
    'oauth.client_secret',
    'custom.api_token',
    'myteam.db_pass',
    'myteam.pwd',
    'snowflake.passphrase',
    'custom.credentials',
    'celery.flower_basic_auth',
    'sentry.sentry_dsn',
  ])('fails when its name is that of a secret: %s', (key) => {
    expect(withOption(key)).toEqual([secretAt(key)]);
  });

  it.each([
    'smtp.smtp_password_cmd',
    'smtp.smtp_password_secret',
    'webserver.secret_key_secret',
    'sentry.sentry_dsn_secret',
  ])('may say where the secret is: %s', (key) => {
    expect(withOption(key, 'cat /run/secret')).toEqual([]);
  });

  it.each([
    ['an access key', 'AKIAIOSFODNN7EXAMPLE'],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['a secret access key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['a temporary access key', 'ASIAIOSFODNN7EXAMPLE'],
    ['a token of GitHub', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
    ['an address of Slack', 'https://hooks.slack.com/services/T000/B000/XXXX'],
    ['a URL with a password', 'postgresql://airflow:hunter2@db.acme.io/airflow'],
  ])('fails when its value is %s, whatever its name', (_, value) => {
    expect(withOption('custom.backend', value)).toEqual([secretAt('custom.backend')]);
  });

  it.each([
    ['a hash', '3f786850e387550fdab836ed7e6dc881de23001b'],
    ['a sentence', 'Passwords are kept in Secrets Manager, as everything secret is'],
  ])('may be %s', (_, value) => {
    expect(withOption('custom.backend', value)).toEqual([]);
  });

  it('fails with an access key also where a command is meant', () => {
    expect(withOption('smtp.smtp_password_cmd', 'echo AKIAIOSFODNN7EXAMPLE')).toEqual([
      secretAt('smtp.smtp_password_cmd'),
    ]);
  });

  it.each(['5', '2,10', '0,0', 'ten,five', '5,5,5'])(
    'fails when it asks for %s tasks per worker, which are not the most and the fewest',
    (value) => {
      expect(withOption('celery.worker_autoscale', value)).toEqual([
        expect.stringContaining(
          `expected the most and the fewest tasks of a worker, such as "5,5", found "${value}"; write the larger number first`,
        ),
      ]);
    },
  );

  it.each([
    'core.executor',
    'core.fernet_key',
    'celery.broker_url',
    'celery_broker_transport_options.predefined_queues',
    'celery_broker_transport_options.region',
    'database.sql_alchemy_conn',
    'metrics.statsd_on',
    'scheduler.statsd_host',
    'scheduler.statsd_on',
    'scheduler.statsd_port',
    'triggerer.queues_enabled',
  ])('is refused before the local cloud refuses it: %s', (key) => {
    expect(() => checkConfigurationOptions({ [key]: 'x' })).toThrow(key);
    expect(Object.keys(FORCED_AIRFLOW_OPTIONS)).toContain(key);
  });

  it.each([
    ['database.sql_alchemy_conn_cmd', 'MWAA runs the metadata database'],
    ['core.fernet_key_secret', 'MWAA makes the key that encrypts connections'],
    ['celery.broker_url_cmd', 'MWAA runs the queue'],
    ['secrets.backend_kwargs_cmd', 'secrets are always looked up below the prefix of the stage'],
  ])('fails when it is %s, whose value would be found elsewhere', (key, reason) => {
    expect(withOption(key)).toEqual([expect.stringContaining(`${key} cannot be set: ${reason}`)]);
  });
});
