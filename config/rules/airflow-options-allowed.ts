import { parseAutoscale, WORKER_AUTOSCALE } from '../airflow-size';
import { holdsSecret } from '../airflow-secrets';
import { FORCED_AIRFLOW_OPTIONS } from '../limits/mwaa';
import type { Problem } from '../problem';
import { quote } from '../quote';
import { type AirflowSection, airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/** Options this project sets itself, with what to do instead. */
const OWN_OPTIONS: Readonly<Record<string, string>> = {
  'core.lazy_load_plugins': 'it is False on Airflow 2, where MWAA asks for it, and not needed on Airflow 3',
  'landing_zone.platform_parameter': 'it names the parameter with what DAGs need to know of the stage',
  'secrets.backend': 'it is always Secrets Manager',
  'secrets.backend_kwargs': 'secrets are always looked up below the prefix of the stage',
};

/** No option that MWAA or this project sets itself, and no secret: options can be read by whoever sees the console or the state. */
export const airflowOptionsAllowed: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) =>
    Object.entries(section.value.options ?? {}).flatMap(([key, value]) => problemOf(section, key, value)),
  );

function problemOf({ stage, path }: AirflowSection, key: string, value: string | undefined): Problem[] {
  const at = [...path, 'options', key];
  const forced = whyNotSet(key);
  if (forced !== undefined) return [stage.problem(`${key} cannot be set: ${forced}; take it out`, at)];
  if (key === WORKER_AUTOSCALE && value !== undefined && parseAutoscale(value) === undefined) {
    const text = `expected the most and the fewest tasks of a worker, such as "5,5", found ${quote(value)}; write the larger number first`;
    return [stage.problem(text, at)];
  }
  if (!holdsSecret(key.slice(key.indexOf('.') + 1), value ?? '')) return [];
  const text = `this looks like a secret, and options are kept in Terraform's state and shown in the console; keep it in Secrets Manager below ${stage.name}/airflow/ as a connection or variable`;
  return [stage.problem(text, at)];
}

/**
 * Why an option of Airflow is not for users to set. One that is forced is so too where its value would be found elsewhere,
 * as with `_cmd` and `_secret` ("Setting Configuration Options",
 * https://airflow.apache.org/docs/apache-airflow/stable/howto/set-config.html).
 *
 * @param key section, dot, name
 * @returns undefined when it may be set
 */
export function whyNotSet(key: string): string | undefined {
  const option = key.replace(/_(?:cmd|secret)$/, '');
  return [key, option].map((each) => FORCED_AIRFLOW_OPTIONS[each] ?? OWN_OPTIONS[each]).find(Boolean);
}
