import type { AwsCall } from '../aws-call';
import type { AskOptions, MotoClient } from '../moto-client';
import { allowsService, statementsOf } from '../policy-statement';
import type { EnvironmentDescription } from './mwaa-environment-description';
import { mwaaValidation } from './mwaa-errors';

/** What CloudWatch Logs does with the key of a log group (source: see `keyProblem`). */
const LOGS_ACTIONS = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:GenerateDataKey',
  'kms:DescribeKey',
];

/**
 * Refuses an alias, and a key that is not there or disabled. Keys for several regions, which MWAA does not take
 * either, do not fit the pattern of its model: their ids begin with `mrk-`.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html
 */
export async function checkKey(key: string | undefined, call: AwsCall, moto: MotoClient): Promise<void> {
  if (key === undefined) return;
  if (/(?:^|:)alias\//.test(key)) throw mwaaValidation(`KmsKey must be a key id or a key ARN, found ${key}`);
  const metadata = await moto
    .ask<{ KeyMetadata: { KeyState: string } }>(
      'kms',
      'TrentService.DescribeKey',
      { KeyId: idOf(key) },
      whereIs(key, call),
    )
    .then(({ KeyMetadata }) => KeyMetadata)
    .catch(() => {
      throw mwaaValidation(`KMS key ${key} does not exist`);
    });
  if (metadata.KeyState !== 'Enabled')
    throw mwaaValidation(`KMS key ${key} is not enabled: it is ${metadata.KeyState}`);
}

/**
 * Why an environment cannot start with its key, if it cannot: the key must let CloudWatch Logs in, or the log
 * groups cannot be made. AWS finds out while it creates the environment.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export async function keyProblem(
  { KmsKey, LoggingConfiguration }: EnvironmentDescription,
  call: AwsCall,
  moto: MotoClient,
): Promise<string | undefined> {
  if (KmsKey === undefined) return undefined;
  const { Policy } = await moto.ask<{ Policy: string }>(
    'kms',
    'TrentService.GetKeyPolicy',
    { KeyId: idOf(KmsKey), PolicyName: 'default' },
    whereIs(KmsKey, call),
  );
  const statements = statementsOf(Policy);
  const service = `logs.${call.region}.amazonaws.com`;
  const refused = Object.values(LoggingConfiguration)
    .filter(({ Enabled }) => Enabled)
    .flatMap(({ CloudWatchLogGroupArn }) =>
      LOGS_ACTIONS.filter(
        (action) =>
          !allowsService(statements, { service, action, context: contextOf(CloudWatchLogGroupArn, call) }),
      ).map((action) => `${action} for ${CloudWatchLogGroupArn}`),
    );
  return refused[0] === undefined
    ? undefined
    : `the policy of key ${KmsKey} does not let ${service} do ${refused[0]}`;
}

function contextOf(logGroup: string, { account }: AwsCall): Record<string, string> {
  return {
    'kms:encryptioncontext:aws:logs:arn': logGroup,
    'aws:sourceaccount': account,
    'aws:sourcearn': logGroup,
  };
}

function idOf(key: string): string {
  return key.replace(/^.*key\//, '');
}

/** A key may be another account's; its ARN says whose. */
function whereIs(key: string, call: AwsCall): AskOptions {
  const [, , , region, account] = key.startsWith('arn:') ? key.split(':') : [];
  return { region: region ?? call.region, account: account ?? call.account };
}
