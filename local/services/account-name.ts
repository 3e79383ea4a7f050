import { isActiveMember } from '../account-directory';
import { type AwsCall } from '../aws-call';
import { errorAnswer } from '../aws-error';
import type { AwsAnswer, LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';

/** Calls of AWS Organizations whose answers carry account names. */
const ANSWERS_WITH_NAMES = new Set(['DescribeAccount', 'ListAccounts', 'ListAccountsForParent']);

/**
 * Renames accounts. moto has no PutAccountName, through which the AWS provider renames an adopted account, and
 * no way to change the name it remembers; so the new name is put into its answers here.
 *
 * Source: https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html
 */
export function accountName(): LocalService {
  const nameById = new Map<string, string>();
  return {
    name: 'account-name',
    handles: (call) =>
      (call.service === 'account' && call.action === 'POST /putAccountName') ||
      (nameById.size > 0 && call.service === 'organizations' && ANSWERS_WITH_NAMES.has(call.action)),
    answer: (call, moto) =>
      call.service === 'account' ? rename(call, moto, nameById) : withNames(call, moto, nameById),
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

async function withNames(
  call: AwsCall,
  moto: MotoClient,
  nameById: ReadonlyMap<string, string>,
): Promise<AwsAnswer> {
  const answer = await moto.forward(call);
  if (answer.status !== 200) return answer;
  const output = JSON.parse(answer.body.toString()) as { Account?: NamedAccount; Accounts?: NamedAccount[] };
  for (const account of [...(output.Accounts ?? []), ...(output.Account ? [output.Account] : [])]) {
    account.Name = nameById.get(account.Id) ?? account.Name;
  }
  return { ...answer, body: Buffer.from(JSON.stringify(output)) };
}

interface NamedAccount {
  readonly Id: string;
  Name: string;
}
