import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsClientConfig, awsClientConfig } from './aws-client-config';
import type { CloudAddress } from './environment';
import { UserError } from './user-error';

/** A member account of the local organization and how to get into it. */
export interface StageAccount {
  /** Root e-mail address, by which the account is found. */
  readonly email: string;
  /** @default - the account is found by its e-mail address */
  readonly id?: string;
  /** Name of the role to assume in it. */
  readonly role: string;
  readonly region: string;
  /** What to tell the user when the organization has no such account. */
  readonly howToGetIt: string;
}

/** An account that was found, and temporary keys for it. */
export interface StageAccess {
  readonly accountId: string;
  readonly accountName: string;
  readonly credentials: Required<AwsClientConfig['credentials']>;
}

/**
 * Gets into a member account of the local organization as people do in AWS: from the management account, through
 * the role in it.
 *
 * @throws UserError when there is no such account
 */
export async function enterAccount(cloud: CloudAddress, wanted: StageAccount): Promise<StageAccess> {
  const client = awsClientConfig(cloud, wanted.region);
  const account = await findAccount(new OrganizationsClient(client), wanted);
  const { Credentials: keys } = await new STSClient(client).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account.id}:role/${wanted.role}`,
      RoleSessionName: 'lz',
    }),
  );
  if (!keys?.AccessKeyId || !keys.SecretAccessKey || !keys.SessionToken)
    throw new Error(`the local cloud gave no keys for account ${account.id}`);
  return {
    accountId: account.id,
    accountName: account.name,
    credentials: {
      accessKeyId: keys.AccessKeyId,
      secretAccessKey: keys.SecretAccessKey,
      sessionToken: keys.SessionToken,
    },
  };
}

/** The variables that make a command act in a member account, over those of the cloud. */
export async function accountEnvironment(
  cloud: CloudAddress,
  wanted: StageAccount,
): Promise<NodeJS.ProcessEnv> {
  const { credentials } = await enterAccount(cloud, wanted);
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_REGION: wanted.region,
    AWS_DEFAULT_REGION: wanted.region,
  };
}

async function findAccount(
  client: OrganizationsClient,
  { id, email, howToGetIt }: StageAccount,
): Promise<{ id: string; name: string }> {
  for await (const { Accounts: accounts = [] } of paginateListAccounts({ client }, {})) {
    const found = accounts.find((account) =>
      id === undefined ? account.Email?.toLowerCase() === email.toLowerCase() : account.Id === id,
    );
    if (found) return { id: found.Id ?? '', name: found.Name ?? '' };
  }
  const what = id === undefined ? `account with the e-mail address ${email}` : `account ${id}`;
  throw new UserError(`the local organization has no ${what} yet. ${howToGetIt}`);
}
