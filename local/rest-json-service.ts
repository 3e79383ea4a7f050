import { randomUUID } from 'node:crypto';
import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import { type JsonAction, type JsonInput, inputOf } from './json-service';
import type { AwsAnswer, LocalService } from './local-service';

export interface RestJsonServiceProps {
  readonly name: string;
  /** SigV4 service name. */
  readonly service: string;
  /**
   * By method and path as the service model writes them: `PUT /environments/{Name}`. What stands in braces
   * arrives as a field of the input, beside those of the body; the query is the action's own to read.
   */
  readonly actions: Readonly<Record<string, JsonAction>>;
}

/**
 * A local service that answers some actions of an AWS service that speaks REST with JSON bodies.
 *
 * Source: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export function restJsonService({ name, service, actions }: RestJsonServiceProps): LocalService {
  const routes = Object.entries(actions).map(([route, action]) => ({ pattern: patternOf(route), action }));
  const match = (call: AwsCall): { action: JsonAction; parameters: JsonInput } | undefined => {
    for (const { pattern, action } of routes) {
      const found = pattern.exec(`${call.method} ${call.path.split('?', 1)[0]}`);
      if (found) return { action, parameters: found.groups ?? {} };
    }
    return undefined;
  };
  return {
    name,
    handles: (call) => call.service === service && call.protocol === 'rest-json' && match(call) !== undefined,
    async answer(call, moto) {
      const matched = match(call);
      if (matched === undefined) throw new Error(`${name} does not answer ${call.action}`);
      const input = { ...inputOf(call), ...decoded(matched.parameters) };
      return restJsonAnswer(await matched.action(input, call, moto));
    },
  };
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

/** A parameter is one segment of the path: what would end it, as the `/` of an ARN, is percent-encoded. */
function decoded(parameters: JsonInput): JsonInput {
  try {
    return Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(String(value))]),
    );
  } catch {
    const message = 'the path is not percent-encoded UTF-8';
    throw new ServiceError({ code: 'SerializationException', message });
  }
}

function restJsonAnswer(output: object): AwsAnswer {
  const headers = { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(output)) };
}
