import type { Check } from './check';
import { matches, matchesArn, type Statement, statementsOf } from './policy-statements';
import { texts, type VerifiedEnvironment } from './verified-environment';

/** What CloudWatch Logs does with a key. */
const ACTIONS = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:GenerateDataKey', 'kms:DescribeKey'];
const CONTEXT = 'kms:EncryptionContext:aws:logs:arn';

/**
 * Without this no log group can be encrypted, and the environment ends as CREATE_FAILED.
 *
 * Source: "Using customer managed keys for encryption", attach key policy
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html).
 */
export const keyAdmitsLogs: Check = {
  id: 'key-admits-logs',
  title: 'The key lets CloudWatch Logs encrypt the log groups of the environment',
  check: (environment) => {
    // AWS's own key needs no policy.
    if (environment.attributes['kms_key'] === undefined) return [];
    const [key] = environment.referred(environment.attributes['kms_key'], 'aws_kms_key');
    if (key === undefined) {
      const text = `expected a key of this stack, found ${texts(environment.attributes['kms_key']).join()}, whose policy cannot be read here; use a key of the stage`;
      return [{ at: environment.address, text }];
    }
    const missing = ACTIONS.filter(
      (action) => !statementsOf(key).some((statement) => admits(statement, action, environment)),
    );
    return [
      ...(key.attributes['multi_region'] === true
        ? [
            {
              at: key.address,
              text: 'expected a key of one region, found multi_region: MWAA takes no such key',
            },
          ]
        : []),
      ...(missing.length > 0
        ? [
            {
              at: key.address,
              text: `expected a statement that allows logs.${environment.region}.amazonaws.com ${missing.join(', ')} with ${CONTEXT} of log-group:airflow-${environment.name}-*, found none; add it (modules/kms/cloudwatch-logs-access.ts)`,
            },
          ]
        : []),
    ];
  },
};

function admits(statement: Statement, action: string, { region, name }: VerifiedEnvironment): boolean {
  const { Effect, Action, Principal, Condition } = statement;
  const services = typeof Principal === 'object' ? texts(Principal['Service']) : [];
  const contexts = Object.entries(Condition ?? {})
    .filter(([operator]) => /^(?:Arn|String)(?:Like|Equals)$/.test(operator))
    .flatMap(([, keys]) => texts(keys[CONTEXT]));
  return (
    Effect === 'Allow' &&
    services.includes(`logs.${region}.amazonaws.com`) &&
    texts(Action).some((pattern) => matches(pattern, action)) &&
    contexts.some((pattern) => matchesArn(pattern, `arn:aws:logs:${region}:0:log-group:airflow-${name}-Task`))
  );
}
