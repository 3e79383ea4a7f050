import type { Check, Finding } from './check';
import { OWN_ACCOUNT } from './resolved-text';
import { RolePolicies } from './role-policies';
import { callsOf } from './simulated-calls';
import type { VerifiedEnvironment } from './verified-environment';

const BACKEND = 'secrets.backend';
const ARGUMENTS = `${BACKEND}_kwargs`;

/** What Airflow's backend calls for one secret. */
const ACTIONS = ['DescribeSecret', 'GetResourcePolicy', 'GetSecretValue', 'ListSecretVersionIds'];

/**
 * Half a configuration is worse than none: Airflow starts, and finds no connection.
 *
 * Source: "Configuring an Apache Airflow connection using an AWS Secrets Manager secret"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/connections-secrets-manager.html).
 */
export const secretsBackend: Check = {
  id: 'secrets-backend',
  title: 'Secrets Manager is set up in full, and the execution role may read what is looked up',
  check: (environment) => {
    const { [BACKEND]: backend, [ARGUMENTS]: given } = environment.options;
    if (backend === undefined && given === undefined) return [];
    const finding = (text: string): Finding[] => [{ at: environment.address, text }];
    if (backend === undefined || given === undefined) {
      const [there, missing] = backend === undefined ? [ARGUMENTS, BACKEND] : [BACKEND, ARGUMENTS];
      return finding(
        `expected the options ${BACKEND} and ${ARGUMENTS}, found ${there} only; set ${missing} too`,
      );
    }
    const prefixes = prefixesIn(given);
    if (typeof prefixes === 'string') return finding(`expected JSON in ${ARGUMENTS}, found ${prefixes}`);
    return Object.entries(prefixes).flatMap(([key, prefix]) => {
      if (typeof prefix !== 'string' || prefix === '')
        return finding(
          `expected a text in ${key} of ${ARGUMENTS}, found ${JSON.stringify(prefix) ?? 'none'}; write the beginning of the names of secrets`,
        );
      const denied = notAllowed(environment, prefix);
      if (denied.length === 0) return [];
      return finding(
        `expected that the execution role may call ${denied.join(', ')} for secrets ${prefix}/*, found it not allowed, or denied; allow it in the role's policy`,
      );
    });
  },
};

/** The prefixes of connections and variables, or what is wrong with the text. */
function prefixesIn(text: string): Record<string, unknown> | string {
  try {
    const { connections_prefix, variables_prefix } = JSON.parse(text) as Record<string, unknown>;
    return { connections_prefix, variables_prefix };
  } catch (error) {
    return `a text that is none (${(error as Error).message})`;
  }
}

function notAllowed(environment: VerifiedEnvironment, prefix: string): string[] {
  const role = RolePolicies.ofExecutionRole(environment);
  const secret = `arn:aws:secretsmanager:${environment.region}:${OWN_ACCOUNT}:secret:${prefix}/any-AbCdEf`;
  return [
    { actions: ACTIONS.map((name) => `secretsmanager:${name}`), resources: [secret] },
    { actions: ['secretsmanager:ListSecrets'], resources: ['*'] },
  ]
    .flatMap((calls) => callsOf(environment, calls))
    .filter((call) => role?.decide(call).outcome !== 'allowed')
    .map(({ action }) => action);
}
