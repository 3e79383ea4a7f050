/**
 * What Amazon MWAA allows, as data.
 *
 * Sources: CreateEnvironment of the MWAA API (https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html),
 * "Amazon MWAA environment class" (https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html) and
 * "Amazon MWAA quotas" (https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-quotas.html).
 */
export const MWAA_LIMITS = {
  /** Environments of an account in a region; the quota can be raised. */
  environments: 10,
  /** Characters of the key of a configuration option. */
  optionKeyLength: 64,
  /** Characters of its value. */
  optionValueLength: 65_536,
} as const;

/** A range of whole numbers, both ends in it. */
interface Range {
  readonly min: number;
  readonly max: number;
}

/** What an environment class can do. */
export interface MwaaClass {
  /** DAGs that AWS has sized the class for; a guide, not a limit. */
  readonly dags: number;
  /** Tasks one worker runs side by side, unless `celery.worker_autoscale` says otherwise. */
  readonly tasksPerWorker: number;
  readonly schedulers: Range;
  readonly webServers: Range;
  readonly workers: Range;
}

const SCALED = {
  schedulers: { min: 2, max: 5 },
  webServers: { min: 2, max: 5 },
  workers: { min: 1, max: 25 },
};
const ONE = { min: 1, max: 1 };

/** Classes, smallest first. `mw1.micro` has one box for scheduler and worker, and no scaling at all. */
export const MWAA_CLASSES = {
  'mw1.micro': { dags: 25, tasksPerWorker: 3, schedulers: ONE, webServers: ONE, workers: ONE },
  'mw1.small': { dags: 50, tasksPerWorker: 5, ...SCALED },
  'mw1.medium': { dags: 250, tasksPerWorker: 10, ...SCALED },
  'mw1.large': { dags: 1000, tasksPerWorker: 20, ...SCALED },
  'mw1.xlarge': { dags: 2000, tasksPerWorker: 40, ...SCALED },
  'mw1.2xlarge': { dags: 4000, tasksPerWorker: 80, ...SCALED },
} as const satisfies Record<string, MwaaClass>;

/** Name of an environment class. */
export type MwaaClassName = keyof typeof MWAA_CLASSES;

/** AWS's own numbers for workers where none are given (`MinWorkers`, `MaxWorkers` of CreateEnvironment). */
export const DEFAULT_WORKERS = { min: 1, max: 10 } as const;

/** A version of Apache Airflow on MWAA. */
export interface AirflowVersion {
  /** Python it runs on, which names the constraints file; absent for versions that are over. */
  readonly python?: string;
  /** Day (ISO 8601) from which on AWS makes no environment of this version and supports none. */
  readonly endOfSupport?: string;
}

/**
 * Versions of Apache Airflow on MWAA, newest first. `airflowVersions` in organization.yaml adds to them and
 * corrects them: AWS announces new ones several times a year and the end of old ones 180 days ahead.
 *
 * Source: "Apache Airflow versions on Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/airflow-versions.html), read 2026-09.
 */
export const AIRFLOW_VERSIONS: Readonly<Record<string, AirflowVersion>> = {
  '3.3.1': { python: '3.12' },
  '3.2.1': { python: '3.12' },
  '3.0.6': { python: '3.12' },
  '2.11.2': { python: '3.12' },
  '2.11.0': { python: '3.12' },
  '2.10.3': { python: '3.11' },
  '2.10.1': { python: '3.11' },
  '2.9.2': { python: '3.11' },
  '2.8.1': { python: '3.11' },
  '2.7.2': { python: '3.11' },
  '2.6.3': { endOfSupport: '2025-12-30' },
  '2.5.1': { endOfSupport: '2025-12-30' },
  '2.4.3': { endOfSupport: '2025-12-30' },
  '2.2.2': { endOfSupport: '2024-06-27' },
  '2.0.2': { endOfSupport: '2024-04-29' },
  '1.10.12': { endOfSupport: '2024-02-21' },
};

/** Days before the end of a version's support from which on `lz check` speaks of it: AWS's own notice. */
export const END_OF_SUPPORT_NOTICE_DAYS = 180;

/**
 * Configuration options that MWAA sets itself whatever an environment says, with the reason.
 *
 * Source: "Using Apache Airflow configuration options on Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-env-variables.html), and the configuration that
 * aws/amazon-mwaa-docker-images builds for each version.
 */
export const FORCED_AIRFLOW_OPTIONS: Readonly<Record<string, string>> = {
  'api.base_url': 'MWAA gives the web server its address',
  'celery.broker_url': 'MWAA runs the queue',
  'celery.celery_config_options': 'MWAA configures Celery for its queue',
  'celery.result_backend': 'MWAA runs the queue',
  'celery.worker_concurrency': 'MWAA ignores it: write celery.worker_autoscale, such as "5,5"',
  'celery.worker_enable_remote_control': 'the queue of MWAA has no remote control',
  'celery_broker_transport_options.predefined_queues': 'MWAA runs the queue',
  'celery_broker_transport_options.region': 'MWAA runs the queue',
  'celery_broker_transport_options.visibility_timeout': 'MWAA runs the queue',
  'core.auth_manager': 'MWAA signs people in',
  'core.executor': 'MWAA has the Celery executor only',
  'core.fernet_key': 'MWAA makes the key that encrypts connections',
  'core.load_examples': 'MWAA never loads the examples',
  'core.multi_team': 'MWAA keeps it off',
  'core.sql_alchemy_conn': 'MWAA runs the metadata database',
  'database.sql_alchemy_conn': 'MWAA runs the metadata database',
  'database.sql_alchemy_connect_args': 'MWAA runs the metadata database',
  'logging.logging_config_class': 'MWAA sends logs to CloudWatch',
  'metrics.statsd_host': 'MWAA sends metrics to CloudWatch',
  'metrics.statsd_on': 'MWAA sends metrics to CloudWatch',
  'metrics.statsd_port': 'MWAA sends metrics to CloudWatch',
  'metrics.statsd_prefix': 'MWAA sends metrics to CloudWatch',
  'operators.default_queue': 'MWAA runs the queue',
  'scheduler.standalone_dag_processor': 'MWAA decides where DAGs are parsed',
  'scheduler.statsd_host': 'MWAA sends metrics to CloudWatch',
  'scheduler.statsd_on': 'MWAA sends metrics to CloudWatch',
  'scheduler.statsd_port': 'MWAA sends metrics to CloudWatch',
  'scheduler.statsd_prefix': 'MWAA sends metrics to CloudWatch',
  'triggerer.queues_enabled': 'MWAA keeps it off',
  'webserver.base_url': 'MWAA gives the web server its address',
  'webserver.config_file': 'MWAA signs people in',
  'webserver.cookie_secure': 'MWAA serves the UI over HTTPS',
};
