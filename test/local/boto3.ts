import { CreateAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsClientConfig, awsClientConfig } from '../../local/aws-client-config';
import type { Boto3Options, Called } from './boto3-process';
import type { CloudUnderTest } from './cloud-under-test';

/** Makes calls of one service with boto3, one after the other, its own checks of the input turned off. */
export async function boto3(
  local: CloudUnderTest,
  service: string,
  calls: readonly (readonly [method: string, input?: object])[],
  options: Boto3Options = {},
): Promise<Called[]> {
  return local.boto3.make(service, calls, options);
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
export async function memberAccount(local: CloudUnderTest, name = 'member'): Promise<string> {
  const { CreateAccountStatus } = await new OrganizationsClient(awsClientConfig(local.cloud)).send(
    new CreateAccountCommand({ AccountName: name, Email: `${name}@example.org` }),
  );
  return CreateAccountStatus?.AccountId ?? '';
}

/** Options for JavaScript clients that act in an account through a role. */
export async function inAccount(
  local: CloudUnderTest,
  account: string,
  role = 'Test',
): Promise<AwsClientConfig> {
  const config = awsClientConfig(local.cloud);
  const { Credentials } = await new STSClient(config).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/${role}`, RoleSessionName: 'test' }),
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
