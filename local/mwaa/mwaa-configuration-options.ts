import { mwaaValidation } from './mwaa-errors';

/**
 * Options of Airflow that MWAA sets itself, as names or beginnings of names.
 *
 * Sources: "Reserved" options of https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-env-variables.html
 * and the configuration that the images of https://github.com/aws/amazon-mwaa-docker-images force.
 */
const RESERVED: readonly RegExp[] = [
  /^core\.(?:executor|fernet_key|load_examples|multi_team|auth_manager|sql_alchemy_conn)$/,
  /^celery\.(?:broker_url|result_backend|celery_config_options)$/,
  /^celery_broker_transport_options\.(?:predefined_queues|region|visibility_timeout)$/,
  /^database\.sql_alchemy_conn$/,
  /^logging\.logging_config_class$/,
  /^(?:metrics|scheduler)\.statsd_(?:host|port|on)$/,
  /^scheduler\.standalone_dag_processor$/,
  /^triggerer\.queues_enabled$/,
];

/**
 * Refuses options that cannot be overridden. AWS documents that they cannot, not how it says so: here it is an
 * error, so that a setting without effect is noticed.
 */
export function checkConfigurationOptions(options: Readonly<Record<string, unknown>>): void {
  const reserved = Object.keys(options).filter((name) => RESERVED.some((pattern) => pattern.test(name)));
  if (reserved.length === 0) return;
  const what = reserved.length === 1 ? 'option is' : 'options are';
  throw mwaaValidation(`The following Airflow configuration ${what} not allowed: ${reserved.join(', ')}`);
}
