import { parseAutoscale, WORKER_AUTOSCALE } from '../airflow-size';
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

const SECRET_NAME =
  /(?:^|_)(?:password|passwd|secret|secret_key|fernet_key|private_key|access_key|api_key|token)$/;

/** Airflow's own way to keep a secret out: the option's name with an ending, and where to find the secret as its value. */
const SECRET_ELSEWHERE = /_cmd$|_(?:password|key|secret|token|conn|broker_url|result_backend|auth)_secret$/;
const SECRET_VALUE =
  /\bAKIA[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|[a-z][a-z0-9+]*:\/\/[^\s/:@]*:[^\s/:@]+@/;

/** No option that MWAA or this project sets itself, and no secret: options can be read by whoever sees the console or the state. */
export const airflowOptionsAllowed: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) =>
    Object.entries(section.value.options ?? {}).flatMap(([key, value]) => problemOf(section, key, value)),
  );

function problemOf({ stage, path }: AirflowSection, key: string, value: string | undefined): Problem[] {
  const at = [...path, 'options', key];
  const forced = FORCED_AIRFLOW_OPTIONS[key] ?? OWN_OPTIONS[key];
  if (forced !== undefined) return [stage.problem(`${key} cannot be set: ${forced}; take it out`, at)];
  if (key === WORKER_AUTOSCALE && value !== undefined && parseAutoscale(value) === undefined) {
    const text = `expected the most and the fewest tasks of a worker, such as "5,5", found ${quote(value)}; write the larger number first`;
    return [stage.problem(text, at)];
  }
  const name = key.slice(key.indexOf('.') + 1);
  const isNamedAsSecret = SECRET_NAME.test(name) && !SECRET_ELSEWHERE.test(name);
  if (!isNamedAsSecret && !SECRET_VALUE.test(value ?? '')) return [];
  const text = `this looks like a secret, and options are kept in Terraform's state and shown in the console; keep it in Secrets Manager below ${stage.name}/airflow/ as a connection or variable`;
  return [stage.problem(text, at)];
}
