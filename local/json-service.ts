import { randomUUID } from 'node:crypto';
import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import type { AwsAnswer, LocalService } from './local-service';
import type { MotoClient } from './moto-client';

/** The fields of a JSON call as they were sent: nothing is known about them yet. */
export type JsonInput = Readonly<Record<string, unknown>>;

/** Answers one action with its output's fields; a call that AWS would refuse is thrown as a `ServiceError`. */
export type JsonAction = (input: JsonInput, call: AwsCall, moto: MotoClient) => object | Promise<object>;

export interface JsonServiceProps {
  readonly name: string;
  /** SigV4 service name. */
  readonly service: string;
  readonly actions: Readonly<Record<string, JsonAction>>;
}

/** A local service that answers some actions of an AWS JSON service and leaves the others to moto. */
export function jsonService({ name, service, actions }: JsonServiceProps): LocalService {
  return {
    name,
    handles: (call) =>
      call.service === service && call.protocol === 'json' && Object.hasOwn(actions, call.action),
    async answer(call, moto) {
      const action = actions[call.action];
      if (action === undefined) throw new Error(`${name} does not answer ${call.action}`);
      return jsonAnswer(await action(inputOf(call), call, moto));
    },
  };
}

/** The body of a JSON call. */
export function inputOf(call: AwsCall): JsonInput {
  const text = call.body.toString('utf8').trim();
  try {
    const input: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as JsonInput;
  } catch {
    // Refused below like every other body that is no object.
  }
  throw new ServiceError({ code: 'SerializationException', message: 'the body is not a JSON object' });
}

export function jsonAnswer(output: object): AwsAnswer {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(output)) };
}

/** Times are seconds since 1970 in AWS's JSON. */
export function now(): number {
  return Date.now() / 1000;
}

/**
 * Hands a JSON call on to moto and gives its output; an answer that is no success is thrown as the error it is.
 *
 * @param input sent in place of the call's own
 */
export async function askMoto<Output extends object>(
  call: AwsCall,
  moto: MotoClient,
  input?: object,
): Promise<Output> {
  const body = input === undefined ? call.body : Buffer.from(JSON.stringify(input));
  const answer = await moto.forward({ ...call, body });
  if (answer.status !== 200) throw new MotoRefusal(answer);
  return JSON.parse(answer.body.toString() || '{}') as Output;
}

/** Thrown to give moto's own answer to the caller as it is. */
export class MotoRefusal extends Error {
  constructor(readonly answer: AwsAnswer) {
    super(`moto answered ${answer.status}`);
  }
}

/** The same JSON call with another action, to ask moto something on the way. */
export function withAction(call: AwsCall, action: string): AwsCall {
  const rawHeaders = call.rawHeaders.map(([name, value]): readonly [string, string] =>
    name.toLowerCase() === 'x-amz-target' ? [name, value.replace(/[^.]+$/, action)] : [name, value],
  );
  return { ...call, action, rawHeaders };
}
