import type { AwsCall } from '../aws-call';
import { checkInput } from '../input-shape';
import { MotoRefusal } from '../json-service';
import type { MotoClient } from '../moto-client';
import { queryService } from '../query-service';

/**
 * Changes of a role that name one of its two settings, and in AWS leave the other as it is; moto forgets it.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html
 */
export function iamRoleUpdate() {
  return queryService({
    name: 'iam-role-update',
    service: 'iam',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    actions: {
      async UpdateRole(input, call, moto) {
        const duration = input.get('MaxSessionDuration');
        checkInput(
          {
            RoleName: input.get('RoleName'),
            Description: input.get('Description'),
            MaxSessionDuration: duration === null ? undefined : Number(duration),
          },
          {
            RoleName: { isRequired: true, min: 1, max: 64, pattern: /[\w+=,.@-]+/ },
            Description: { max: 1000 },
            MaxSessionDuration: { min: 3600, max: 43_200 },
          },
          { code: 'ValidationError' },
        );
        const role = await ask(call, moto, { Action: 'GetRole', RoleName: input.get('RoleName') ?? '' });
        const settings = Object.fromEntries(
          ['Description', 'MaxSessionDuration'].flatMap((name) => {
            const value = input.get(name) ?? settingOf(role, name);
            return value === undefined ? [] : [[name, value]];
          }),
        );
        await ask(call, moto, { ...Object.fromEntries(input), ...settings });
        return '';
      },
    },
  });
}

async function ask(call: AwsCall, moto: MotoClient, parameters: Record<string, string>): Promise<string> {
  const form = new URLSearchParams({ Version: '2010-05-08', ...parameters });
  const answer = await moto.forward({
    ...call,
    method: 'POST',
    path: '/',
    body: Buffer.from(form.toString()),
  });
  if (answer.status !== 200) throw new MotoRefusal(answer);
  return answer.body.toString();
}

function settingOf(role: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(role)?.[1];
  return text
    ?.replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&amp;/g, '&');
}
