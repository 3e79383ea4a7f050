import { holdsSecret } from '../airflow-secrets';
import type { Problem } from '../problem';
import { whyNotSet } from './airflow-options-allowed';
import { type AirflowSection, airflowSections } from './airflow-sections';
import type { Landscape, Rule } from './rule';

/** A variable that a line of a shell script gives a value; not what stands in a comment. */
const ASSIGNMENT = /(?:^|[\s;&|(])(?:export\s+)?([A-Za-z_]\w*)=("[^"]*"|'[^']*'|[^\s;&|)]*)/g;

/** An option of Airflow as a variable: `AIRFLOW__CORE__EXECUTOR`. */
const OPTION = /^AIRFLOW__([A-Z0-9_]+?)__([A-Z0-9_]+)$/;

/**
 * Variables that MWAA sets itself and keeps.
 *
 * Source: reserved environment variables of "Using a startup script with Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/using-startup-script.html), and of
 * https://github.com/aws/amazon-mwaa-docker-images.
 */
const RESERVED = /^(?:AIRFLOW_HOME|AIRFLOW_VERSION|PYTHONPATH|AWS_REGION|MWAA__\w+)$/;

/**
 * The startup script sets no variable that MWAA keeps, no option that `options` would refuse, and no secret: it lies in a
 * bucket, and every part of Airflow that does not get through it is gone.
 */
export const airflowStartupAllowed: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => problemsOf(section, landscape));

function problemsOf({ stage, value, path }: AirflowSection, { attachments }: Landscape): Problem[] {
  const name = value.startupScript;
  const attached = name === undefined ? undefined : attachments.file(name);
  if (attached === undefined || !('found' in attached)) return [];
  const asked = `for airflow.${path.at(-1)} of ${stage.name}`;
  const lines = attached.found.toString('utf8').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const code = line.replace(/(?:^|\s)#.*/, '');
    return [...code.matchAll(ASSIGNMENT)].flatMap(([, variable = '', quoted = '']) => {
      const why = refusalOf(variable, quoted.replace(/^(["'])(.*)\1$/, '$2'));
      if (why === undefined) return [];
      const at = { file: `environments/${name}`, line: index + 1, column: 1 };
      return [{ at, path: '', text: `${variable} ${asked}: ${why}` }];
    });
  });
}

function refusalOf(variable: string, value: string): string | undefined {
  if (RESERVED.test(variable)) return 'MWAA sets it itself and does not take another value; take it out';
  const [, section, option] = OPTION.exec(variable) ?? [];
  const key =
    section === undefined || option === undefined ? undefined : `${section}.${option}`.toLowerCase();
  const forced = key === undefined ? undefined : whyNotSet(key);
  if (forced !== undefined) return `${key} cannot be set: ${forced}; take it out`;
  // What a command finds is not in the script.
  const isWritten = value !== '' && !value.startsWith('$') && !value.startsWith('`');
  const named = key?.slice(key.indexOf('.') + 1) ?? variable.toLowerCase();
  return isWritten && holdsSecret(named, value)
    ? 'this looks like a secret, and the script lies in a bucket; read it from Secrets Manager, or use a connection'
    : undefined;
}
