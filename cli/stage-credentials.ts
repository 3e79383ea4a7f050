import { OrganizationsClient, paginateListAccounts } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { EnvironmentConfig, OrganizationConfig } from '../config';
import { awsClient } from './aws-client';
import { explained } from './aws-refusal';
import { UserError } from './user-error';

/** Temporary keys for the account of a stage. */
export interface StageCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/**
 * Gets into the account of a stage as Terraform does: with credentials of the management account, through the role
 * that the stage names.
 *
 * @throws UserError when there are no credentials, no such account, or the role cannot be assumed
 */
export async function stageCredentials(
  organization: OrganizationConfig,
  environment: EnvironmentConfig,
): Promise<StageCredentials> {
  const accountId = environment.account.id ?? (await findAccount(organization, environment));
  const roleArn = `arn:aws:iam::${accountId}:role/${environment.account.deployRole}`;
  const sts = new STSClient(awsClient(organization.region));
  const { Credentials: keys } = await explained(
    sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'lz' })),
    `to assume ${roleArn}`,
  );
  if (!keys?.AccessKeyId || !keys.SecretAccessKey || !keys.SessionToken)
    throw new Error(`AWS gave no keys for ${roleArn}`);
  return {
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretAccessKey,
    sessionToken: keys.SessionToken,
  };
}

async function findAccount(
  { region }: OrganizationConfig,
  { stage, account }: EnvironmentConfig,
): Promise<string> {
  const client = new OrganizationsClient(awsClient(region));
  const email = account.email.toLowerCase();
  const pages = paginateListAccounts({ client }, {});
  for (;;) {
    const { value, done } = await explained(pages.next(), 'to list the accounts of the organization');
    if (done === true || value === undefined) break;
    const found = value.Accounts?.find((candidate) => candidate.Email?.toLowerCase() === email);
    if (found?.Id !== undefined) return found.Id;
  }
  throw new UserError(
    `the organization has no account with the e-mail address ${account.email} yet; make it with: npx cdktf deploy ${stage}-account`,
  );
}
