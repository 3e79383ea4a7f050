import type { AwsCall } from './aws-call';
import type { MotoClient } from './moto-client';

interface ListedAccounts {
  readonly Accounts: ReadonlyArray<{ readonly Id: string; readonly Status: string }>;
  readonly NextToken?: string;
}

/** Knows which accounts the local organization has, and which account each access key acts in. */
export class AccountDirectory {
  private readonly accountByKey = new Map<string, string>();
  private readonly roleByKey = new Map<string, string>();

  constructor(private readonly managementAccountId: string) {}

  /** Remembers that an access key was handed out for a role in an account. */
  remember(accessKeyId: string, account: string, roleArn: string): void {
    this.accountByKey.set(accessKeyId, account);
    this.roleByKey.set(accessKeyId, roleArn);
  }

  /** ARN of the role that a call acts as; of the account itself when it was signed by no assumed role. */
  readonly principalOf = ({ accessKeyId, account }: Pick<AwsCall, 'accessKeyId' | 'account'>): string =>
    (accessKeyId === undefined ? undefined : this.roleByKey.get(accessKeyId)) ??
    `arn:aws:iam::${account}:root`;

  readonly accountOf = (accessKeyId?: string): string =>
    (accessKeyId === undefined ? undefined : this.accountByKey.get(accessKeyId)) ?? this.managementAccountId;
}

/** Whether an account is the management account or an active member of its organization. */
export async function isActiveMember(account: string, moto: MotoClient): Promise<boolean> {
  if (account === moto.managementAccountId) return true;
  let token: string | undefined;
  do {
    const page = await moto.ask<ListedAccounts>(
      'organizations',
      'AWSOrganizationsV20161128.ListAccounts',
      token ? { NextToken: token } : {},
    );
    if (page.Accounts.some(({ Id, Status }) => Id === account && Status === 'ACTIVE')) return true;
    token = page.NextToken;
  } while (token);
  return false;
}
