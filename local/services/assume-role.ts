import { type AccountDirectory, isActiveMember } from '../account-directory';
import { type AwsCall, formOf } from '../aws-call';
import { errorAnswer } from '../aws-error';
import type { LocalService } from '../local-service';

const ACTIONS = new Set(['AssumeRole', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML']);

/**
 * Refuses to assume a role in an account that the organization does not have, as AWS does; moto lets
 * everything pass. Without this a stage could be deployed before its account exists.
 */
export function assumeRole(accounts: AccountDirectory): LocalService {
  return {
    name: 'assume-role',
    handles: (call) => call.service === 'sts' && ACTIONS.has(call.action),
    async answer(call, moto) {
      const role = formOf(call)?.get('RoleArn') ?? '';
      const account = /^arn:[^:]+:iam::(\d{12}):role\/./.exec(role)?.[1];
      if (account !== undefined && !(await isActiveMember(account, moto))) return accessDenied(call, role);
      const answer = await moto.forward(call);
      const issued = /<AccessKeyId>([^<]+)<\/AccessKeyId>/.exec(answer.body.toString())?.[1];
      if (answer.status === 200 && account !== undefined && issued !== undefined)
        accounts.remember(issued, account, role);
      return answer;
    },
  };
}

function accessDenied(call: AwsCall, role: string) {
  const caller = `arn:aws:iam::${call.account}:root`;
  const message = `User: ${caller} is not authorized to perform: sts:${call.action} on resource: ${role}`;
  return errorAnswer(call, { code: 'AccessDenied', status: 403, message });
}
