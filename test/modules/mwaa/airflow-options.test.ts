import { airflowOptions, type AirflowOptionsProps } from '../../../modules/mwaa/airflow-options';

const optionsOf = (props: Partial<AirflowOptionsProps> = {}) =>
  airflowOptions({
    version: '2.11.2',
    options: {},
    secretsPrefix: 'sandbox/airflow/',
    platformParameterName: '/landing-zone/sandbox/platform',
    ...props,
  });

describe('airflowOptions', () => {
  it('looks secrets up in Secrets Manager below the prefix of the stage, but none called aws_default', () => {
    const options = optionsOf();
    expect(options['secrets.backend']).toMatch(/\.SecretsManagerBackend$/);
    const kwargs = JSON.parse(options['secrets.backend_kwargs'] ?? '') as Record<string, string>;
    expect(kwargs).toMatchObject({
      connections_prefix: 'sandbox/airflow/connections',
      variables_prefix: 'sandbox/airflow/variables',
      config_prefix: 'sandbox/airflow/config',
    });
    const pattern = new RegExp(kwargs['connections_lookup_pattern'] ?? '');
    expect(['aws_default', 'warehouse', 'aws_default_2'].filter((name) => pattern.test(name))).toEqual([
      'warehouse',
      'aws_default_2',
    ]);
  });

  it('tells DAGs where the stage publishes its names', () => {
    expect(optionsOf()['landing_zone.platform_parameter']).toBe('/landing-zone/sandbox/platform');
  });

  it('keeps what the owner sets', () => {
    expect(optionsOf({ options: { 'core.default_task_retries': '2' } })).toMatchObject({
      'core.default_task_retries': '2',
      'landing_zone.platform_parameter': '/landing-zone/sandbox/platform',
    });
  });

  it.each([
    ['early in Airflow 2', '2.11.2', 'False'],
    ['as Airflow 3 does', '3.0.6', undefined],
  ])('loads plugins %s', (_, version, expected) => {
    expect(optionsOf({ version })['core.lazy_load_plugins']).toBe(expected);
  });
});
