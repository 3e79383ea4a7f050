import { randomUUID } from 'node:crypto';
import { type AwsCall, formOf } from './aws-call';
import { ServiceError } from './aws-error';
import type { AwsAnswer, LocalService } from './local-service';
import type { MotoClient } from './moto-client';

/** Answers one action with the XML inside its response element. */
export type Ec2Action = (input: URLSearchParams, call: AwsCall, moto: MotoClient) => string | Promise<string>;

export interface Ec2ServiceProps {
  readonly name: string;
  readonly actions: Readonly<Record<string, Ec2Action>>;
}

/** A local service that answers some actions of EC2 and leaves the others to moto. */
export function ec2Service({ name, actions }: Ec2ServiceProps): LocalService {
  return {
    name,
    handles: (call) => call.protocol === 'ec2' && Object.hasOwn(actions, call.action),
    async answer(call, moto) {
      const action = actions[call.action];
      const input = formOf(call);
      if (action === undefined || input === undefined)
        throw new Error(`${name} does not answer ${call.action}`);
      stopDryRun(input);
      return ec2Answer(call.action, await action(input, call, moto));
    },
  };
}

/** Ends a call that only asks whether it would be allowed, which in the local cloud it always is. */
export function stopDryRun(input: URLSearchParams): void {
  if (input.get('DryRun') !== 'true') return;
  const message = 'Request would have succeeded, but DryRun flag is set.';
  throw new ServiceError({ code: 'DryRunOperation', status: 412, message });
}

/** The answer to an action of EC2, from the XML inside its response element. */
export function ec2Answer(action: string, content: string): AwsAnswer {
  const name = `${action}Response`;
  const requestId = randomUUID();
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${requestId}</requestId>${content}</${name}>`;
  return { status: 200, headers: { 'content-type': 'text/xml;charset=UTF-8' }, body: Buffer.from(body) };
}
