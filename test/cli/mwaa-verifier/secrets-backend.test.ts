import { secretsBackend } from '../../../cli/mwaa-verifier/secrets-backend';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, environmentIn, environmentOf, findingsOf } from './describe-check';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';

const optionsOf = (json: TerraformJson) =>
  environmentIn(json)['airflow_configuration_options'] as Record<string, string>;

function withArguments(json: TerraformJson, text: string): string {
  optionsOf(json)['secrets.backend_kwargs'] = text;
  return environmentOf(json);
}

function withoutOption(json: TerraformJson, name: string): string {
  delete optionsOf(json)[name];
  return environmentOf(json);
}

/** Replaces a text in the policy of the execution role. */
function withPolicy(json: TerraformJson, from: string, to: string): string[] {
  const policy = attributesAt(json, addressOf(json, 'aws_iam_role_policy', 'airflow-main_execution-role'));
  const before = String(policy['policy']);
  policy['policy'] = before.replaceAll(from, to);
  if (policy['policy'] === before) throw new Error(`there is no ${from} in the policy`);
  // Once for connections, once for variables.
  return [environmentOf(json), environmentOf(json)];
}

describeCheck(secretsBackend, [
  {
    sentence: 'arguments without a backend',
    breakIt: (json) => withoutOption(json, 'secrets.backend'),
    text: /found secrets\.backend_kwargs only; set secrets\.backend too/,
  },
  {
    sentence: 'a backend without arguments',
    breakIt: (json) => withoutOption(json, 'secrets.backend_kwargs'),
    text: /found secrets\.backend only; set secrets\.backend_kwargs too/,
  },
  {
    sentence: 'a prefix that is empty',
    breakIt: (json) =>
      withArguments(json, '{"connections_prefix":"","variables_prefix":"sandbox/airflow/variables"}'),
    text: /expected a text in connections_prefix .*, found ""/,
  },
  {
    sentence: 'a prefix that is missing',
    breakIt: (json) => withArguments(json, '{"connections_prefix":"sandbox/airflow/connections"}'),
    text: /expected a text in variables_prefix .*, found none/,
  },
  {
    sentence: 'arguments that are no JSON',
    breakIt: (json) => withArguments(json, "{'connections_prefix': 'x'}"),
    text: /expected JSON in secrets\.backend_kwargs, found a text that is none/,
  },
  {
    sentence: 'prefixes that the role may not read',
    breakIt: (json) =>
      withArguments(
        json,
        '{"connections_prefix":"sandbox/airflow/connections","variables_prefix":"variables"}',
      ),
    text: /secretsmanager:GetSecretValue, .* for secrets variables\/\*/,
  },
  {
    sentence: 'an action that the role lacks',
    breakIt: (json) => withPolicy(json, '"secretsmanager:GetResourcePolicy",', ''),
    text: /may call secretsmanager:GetResourcePolicy for/,
  },
  {
    sentence: 'an action that is allowed and denied',
    breakIt: (json) =>
      withPolicy(
        json,
        '"Action":"s3:ListAllMyBuckets"',
        '"Action":["s3:ListAllMyBuckets","secretsmanager:GetSecretValue"]',
      ),
    text: /may call secretsmanager:GetSecretValue for .*, found it not allowed, or denied/,
  },
  {
    sentence: 'a role that cannot list secrets',
    breakIt: (json) => withPolicy(json, 'secretsmanager:ListSecrets"', 'secretsmanager:RotateSecret"'),
    text: /may call secretsmanager:ListSecrets for/,
  },
]);

it('has nothing to say where Secrets Manager is not used at all', () => {
  const json = structuredClone(parsedLandingZone(fixtureConfig())['sandbox'] ?? {});
  withoutOption(json, 'secrets.backend');
  withoutOption(json, 'secrets.backend_kwargs');
  expect(findingsOf(secretsBackend, json)).toEqual([]);
});
