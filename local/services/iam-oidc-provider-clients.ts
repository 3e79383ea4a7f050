import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { MotoRefusal } from '../json-service';
import type { MotoClient } from '../moto-client';
import { queryService } from '../query-service';

/** Audiences that one provider can have (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
const MAX_CLIENTS = 100;

/**
 * Audiences that are added to an OpenID Connect provider or taken from it; in moto they stay as they were at first.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html
 */
export function iamOidcProviderClients() {
  /** Where they are no longer what moto says, by the provider's ARN. */
  const changed = new Map<string, readonly string[]>();
  const change = async (
    input: URLSearchParams,
    call: AwsCall,
    moto: MotoClient,
    to: (clients: readonly string[], client: string) => readonly string[],
  ): Promise<string> => {
    const arn = required(input, 'OpenIDConnectProviderArn');
    const client = required(input, 'ClientID');
    const known = changed.get(arn) ?? clientsIn(await described(arn, call, moto));
    const clients = to(known, client);
    if (clients.length > MAX_CLIENTS)
      throw refused(
        'LimitExceeded',
        `Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${MAX_CLIENTS}`,
      );
    changed.set(arn, clients);
    return '';
  };
  return queryService({
    name: 'iam-oidc-provider-clients',
    service: 'iam',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    actions: {
      AddClientIDToOpenIDConnectProvider: (input, call, moto) =>
        change(input, call, moto, (clients, client) => [...new Set([...clients, client])]),
      RemoveClientIDFromOpenIDConnectProvider: (input, call, moto) =>
        change(input, call, moto, (clients, client) => clients.filter((known) => known !== client)),
      async GetOpenIDConnectProvider(input, call, moto) {
        const arn = required(input, 'OpenIDConnectProviderArn');
        const result = await described(arn, call, moto);
        const clients = changed.get(arn);
        if (clients === undefined) return result;
        const list = clients.map((client) => `<member>${client}</member>`).join('');
        return result.replace(CLIENTS, '').concat(`<ClientIDList>${list}</ClientIDList>`);
      },
      async DeleteOpenIDConnectProvider(input, call, moto) {
        changed.delete(required(input, 'OpenIDConnectProviderArn'));
        const answer = await moto.forward(call);
        if (answer.status !== 200) throw new MotoRefusal(answer);
        return '';
      },
    },
  });
}

const CLIENTS = /<ClientIDList>([^]*?)<\/ClientIDList>|<ClientIDList\s*\/>/;

/** What moto says of a provider: the XML inside the result. */
async function described(arn: string, call: AwsCall, moto: MotoClient): Promise<string> {
  const parameters = {
    Action: 'GetOpenIDConnectProvider',
    Version: '2010-05-08',
    OpenIDConnectProviderArn: arn,
  };
  const body = Buffer.from(new URLSearchParams(parameters).toString());
  const answer = await moto.forward({ ...call, method: 'POST', path: '/', body });
  if (answer.status !== 200) throw new MotoRefusal(answer);
  const result = /<GetOpenIDConnectProviderResult>([^]*)<\/GetOpenIDConnectProviderResult>/;
  return result.exec(answer.body.toString())?.[1] ?? '';
}

function clientsIn(result: string): string[] {
  const list = CLIENTS.exec(result)?.[1] ?? '';
  return [...list.matchAll(/<member>([^<]*)<\/member>/g)].map(([, client]) => client ?? '');
}

function required(input: URLSearchParams, name: string): string {
  const value = input.get(name);
  if (value) return value;
  const place = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const message = `1 validation error detected: Value null at '${place}' failed to satisfy constraint: Member must not be null`;
  throw refused('ValidationError', message);
}

function refused(code: string, message: string): ServiceError {
  return new ServiceError({ code, message });
}
