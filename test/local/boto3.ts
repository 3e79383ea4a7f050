import { CreateAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsClientConfig, awsClientConfig } from '../../local/aws-client-config';
import type { CloudUnderTest } from './cloud-under-test';

/** What a call came to: its output's fields, or the error. */
export interface Called {
  readonly output?: Record<string, unknown>;
  readonly code?: string;
  readonly message?: string;
  readonly status?: number;
}

export interface Boto3Options {
  /** @default the management account */
  readonly account?: string;
  /** @default eu-west-1 */
  readonly region?: string;
}

/** Makes calls of one service with boto3, one after the other, its own checks of the input turned off. */
export async function boto3(
  local: CloudUnderTest,
  service: string,
  calls: readonly (readonly [method: string, input?: object])[],
  { account, region = 'eu-west-1' }: Boto3Options = {},
): Promise<Called[]> {
  return local.python<Called[]>(`
import boto3, botocore, json
session = boto3.Session(region_name='${region}')
account = '${account ?? ''}'
if account:
    role = session.client('sts').assume_role(RoleArn=f'arn:aws:iam::{account}:role/Test', RoleSessionName='test')['Credentials']
    session = boto3.Session(role['AccessKeyId'], role['SecretAccessKey'], role['SessionToken'], region_name='${region}')
client = session.client('${service}', config=botocore.config.Config(parameter_validation=False))
called = []
for method, input in json.loads(${JSON.stringify(JSON.stringify(calls.map(([method, input]) => [method, input ?? {}])))}):
    try:
        output = getattr(client, method)(**input)
        del output['ResponseMetadata']
        called.append({'output': output})
    except botocore.exceptions.ClientError as e:
        error = e.response['Error']
        called.append({'code': error['Code'], 'message': error['Message'], 'status': e.response['ResponseMetadata']['HTTPStatusCode']})
print(json.dumps(called, default=str))`);
}

/** One call with boto3. */
export async function boto3Call(
  local: CloudUnderTest,
  service: string,
  method: string,
  input: object = {},
  options: Boto3Options = {},
): Promise<Called> {
  const [called] = await boto3(local, service, [[method, input]], options);
  return called ?? {};
}

/** Makes an account in the organization. */
export async function memberAccount(local: CloudUnderTest): Promise<string> {
  const { CreateAccountStatus } = await new OrganizationsClient(awsClientConfig(local.cloud)).send(
    new CreateAccountCommand({ AccountName: 'member', Email: 'member@example.org' }),
  );
  return CreateAccountStatus?.AccountId ?? '';
}

/** Options for JavaScript clients that act in an account through a role. */
export async function inAccount(local: CloudUnderTest, account: string): Promise<AwsClientConfig> {
  const config = awsClientConfig(local.cloud);
  const { Credentials } = await new STSClient(config).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Test`, RoleSessionName: 'test' }),
  );
  return {
    ...config,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken,
    },
  };
}
