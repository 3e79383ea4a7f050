export interface AirflowOptionsProps {
  /** Version of Apache Airflow. */
  readonly version: string;
  /** Options of the environment's owner; none that is set here. */
  readonly options: Readonly<Record<string, string>>;
  /** Beginning of the names of the secrets that Airflow looks up, such as `sandbox/airflow/`. */
  readonly secretsPrefix: string;
  /** SSM parameter with the names of what the stage holds, for DAGs. */
  readonly platformParameterName: string;
}

/**
 * Configuration options of an environment. Airflow shows them to DAGs as its configuration, so that a DAG finds
 * the stage it runs in: `conf.get("landing_zone", "platform_parameter")`.
 */
export function airflowOptions(props: AirflowOptionsProps): Record<string, string> {
  return {
    ...props.options,
    'landing_zone.platform_parameter': props.platformParameterName,
    'secrets.backend': 'airflow.providers.amazon.aws.secrets.secrets_manager.SecretsManagerBackend',
    'secrets.backend_kwargs': JSON.stringify({
      connections_prefix: `${props.secretsPrefix}connections`,
      variables_prefix: `${props.secretsPrefix}variables`,
      // For options such as smtp.smtp_password_secret, which name a secret instead of holding it.
      config_prefix: `${props.secretsPrefix}config`,
      // MWAA's own pattern, which these arguments replace: without it every task would look for a secret
      // called aws_default, and pay for it.
      connections_lookup_pattern: '^(?!aws_default$).*$',
    }),
    // Airflow 2 loads plugins late otherwise: "Installing custom plugins", Airflow v2 configuration,
    // https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-dag-import-plugins.html
    ...(props.version.startsWith('2.') ? { 'core.lazy_load_plugins': 'False' } : {}),
  };
}
