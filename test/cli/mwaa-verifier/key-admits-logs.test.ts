import { keyAdmitsLogs } from '../../../cli/mwaa-verifier/key-admits-logs';
import { attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, describeCheck, environmentIn, environmentOf } from './describe-check';

/** Replaces a text in the policy of the key. */
function replaced(json: TerraformJson, from: string | RegExp, to: string): string {
  const address = addressOf(json, 'aws_kms_key', 'airflow-key');
  const key = attributesAt(json, address);
  const policy = String(key['policy']);
  key['policy'] = policy.replace(from, to);
  if (key['policy'] === policy) throw new Error(`there is no ${String(from)} in the policy`);
  return address;
}

const text = /expected a statement that allows logs\.eu-west-1\.amazonaws\.com .* found none; add it/;

describeCheck(keyAdmitsLogs, [
  {
    sentence: 'a key whose policy is for nobody but the account',
    breakIt: (json) => replaced(json, /,\{"Sid":"CloudWatchLogsEncryptsLogGroups".*\}(?=\]\}$)/, ''),
    text,
  },
  {
    sentence: 'CloudWatch Logs of another region',
    breakIt: (json) => replaced(json, 'logs.eu-west-1.am', 'logs.eu-north-1.am'),
    text,
  },
  {
    sentence: 'log groups of another name',
    breakIt: (json) => replaced(json, 'log-group:airflow-*', 'log-group:other-*'),
    text,
  },
  {
    sentence: 'a statement without a condition',
    breakIt: (json) => replaced(json, /,"Condition":\{"ArnLike".*?\}\}/, ''),
    text,
  },
  {
    sentence: 'an action that is missing, by its name',
    breakIt: (json) => replaced(json, '"kms:GenerateDataKey*",', ''),
    text: /amazonaws\.com kms:GenerateDataKey with/,
  },
  {
    sentence: 'a statement that denies',
    breakIt: (json) => replaced(json, /(LogGroups","Effect":)"Allow"/, '$1"Deny"'),
    text,
  },
  {
    sentence: 'a key of several regions',
    breakIt: (json) => {
      const address = addressOf(json, 'aws_kms_key', 'airflow-key');
      attributesAt(json, address)['multi_region'] = true;
      return address;
    },
    text: /expected a key of one region/,
  },
  {
    sentence: 'a key from elsewhere',
    breakIt: (json) => {
      environmentIn(json)['kms_key'] = 'arn:aws:kms:eu-west-1:111122223333:key/1';
      return environmentOf(json);
    },
    text: /expected a key of this stack, found arn:aws:kms/,
  },
]);
