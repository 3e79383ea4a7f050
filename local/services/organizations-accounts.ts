import { isActiveMember } from '../account-directory';
import { type AwsCall } from '../aws-call';
import { errorAnswer } from '../aws-error';
import type { AwsAnswer, LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';

/** Calls of AWS Organizations whose answers carry accounts. */
const ANSWERS_WITH_ACCOUNTS = new Set(['DescribeAccount', 'ListAccounts', 'ListAccountsForParent']);

/**
 * Accounts as AWS Organizations tells them today, which moto does not:
 *
 * - `State` in place of `Status`, which AWS retired on 2026-09-09
 *   (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_account_state.html).
 * - New names: moto has no PutAccountName, through which the AWS provider renames an adopted account, and no way
 *   to change the name it remembers
 *   (https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html).
 */
export function organizationsAccounts(): LocalService {
  const nameById = new Map<string, string>();
  return {
    name: 'organizations-accounts',
    handles: (call) =>
      (call.service === 'account' && call.action === 'POST /putAccountName') ||
      (call.service === 'organizations' && ANSWERS_WITH_ACCOUNTS.has(call.action)),
    answer: (call, moto) =>
      call.service === 'account' ? rename(call, moto, nameById) : asToldToday(call, moto, nameById),
  };
}

async function rename(call: AwsCall, moto: MotoClient, nameById: Map<string, string>): Promise<AwsAnswer> {
  const input = readInput(call);
  const accountId = input.AccountId ?? call.account;
  if (typeof input.AccountName !== 'string' || !/^[ -;=?-~]{1,50}$/.test(input.AccountName)) {
    return errorAnswer(call, {
      code: 'ValidationException',
      message: 'accountName must have 1 to 50 characters of the pattern [ -;=?-~]+',
    });
  }
  if (typeof accountId !== 'string' || !(await isActiveMember(accountId, moto))) {
    const message = `User is not authorized to perform account:PutAccountName on account ${JSON.stringify(accountId)}`;
    return errorAnswer(call, { code: 'AccessDeniedException', status: 403, message });
  }
  nameById.set(accountId, input.AccountName);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') };
}

function readInput(call: AwsCall): { AccountId?: unknown; AccountName?: unknown } {
  try {
    return (JSON.parse(call.body.toString() || '{}') ?? {}) as object;
  } catch {
    return {};
  }
}

async function asToldToday(
  call: AwsCall,
  moto: MotoClient,
  nameById: ReadonlyMap<string, string>,
): Promise<AwsAnswer> {
  const answer = await moto.forward(call);
  if (answer.status !== 200) return answer;
  const output = JSON.parse(answer.body.toString()) as { Account?: MotoAccount; Accounts?: MotoAccount[] };
  const told = ({ Status, ...account }: MotoAccount) => ({
    ...account,
    Name: nameById.get(account.Id) ?? account.Name,
    State: Status,
  });
  const body = {
    ...output,
    ...(output.Account && { Account: told(output.Account) }),
    ...(output.Accounts && { Accounts: output.Accounts.map(told) }),
  };
  return { ...answer, body: Buffer.from(JSON.stringify(body)) };
}

interface MotoAccount {
  readonly Id: string;
  readonly Name: string;
  readonly Status: string;
}
