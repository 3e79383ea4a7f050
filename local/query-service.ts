import { randomUUID } from 'node:crypto';
import { type AwsCall, formOf } from './aws-call';
import type { AwsAnswer, LocalService } from './local-service';
import type { MotoClient } from './moto-client';

/** Answers one action with the XML inside its result element. */
export type QueryAction = (
  input: URLSearchParams,
  call: AwsCall,
  moto: MotoClient,
) => string | Promise<string>;

export interface QueryServiceProps {
  readonly name: string;
  /** SigV4 service name. */
  readonly service: string;
  /** XML namespace of the service's answers. */
  readonly namespace: string;
  readonly actions: Readonly<Record<string, QueryAction>>;
}

/** A local service that answers some actions of an AWS query service and leaves the others to moto. */
export function queryService({ name, service, namespace, actions }: QueryServiceProps): LocalService {
  return {
    name,
    handles: (call) =>
      call.service === service && call.protocol === 'query' && Object.hasOwn(actions, call.action),
    async answer(call, moto) {
      const action = actions[call.action];
      const input = formOf(call);
      if (action === undefined || input === undefined)
        throw new Error(`${name} does not answer ${call.action}`);
      return queryAnswer(call.action, namespace, await action(input, call, moto));
    },
  };
}

function queryAnswer(action: string, namespace: string, content: string): AwsAnswer {
  const result = `<${action}Result>${content}</${action}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response xmlns="${namespace}">${result}${metadata}</${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) };
}
