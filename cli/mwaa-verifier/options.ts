import type { Check } from './check';

/**
 * Options that do nothing, or are missing for plugins to be loaded in time.
 *
 * Sources: "Using Apache Airflow configuration options on Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-env-variables.html), "Installing custom plugins"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-dag-import-plugins.html).
 */
export const options: Check = {
  id: 'options',
  title: 'Configuration options have an effect, and plugins are loaded when Airflow starts',
  check: ({ address, attributes, majorVersion, options: set }) => {
    const lazy = set['core.lazy_load_plugins'];
    return [
      ...(set['celery.worker_concurrency'] === undefined
        ? []
        : [
            {
              at: address,
              text: 'expected celery.worker_autoscale, found celery.worker_concurrency, which MWAA ignores; write celery.worker_autoscale, such as "5,5"',
            },
          ]),
      ...(attributes['plugins_s3_path'] === undefined || majorVersion >= 3 || lazy?.toLowerCase() === 'false'
        ? []
        : [
            {
              at: address,
              text: `expected core.lazy_load_plugins: "False" for plugins on Airflow 2, found ${lazy ?? 'none'}; set it`,
            },
          ]),
    ];
  },
};
