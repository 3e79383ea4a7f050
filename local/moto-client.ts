import http from 'node:http';
import type { AwsCall } from './aws-call';
import type { AwsAnswer } from './local-service';

/** The management account of a local cloud whose configuration names none: that of AWS's documentation. */
export const DEFAULT_MANAGEMENT_ACCOUNT = '123456789012';

/** Access key that the local cloud hands out. moto takes a key it never issued for its default account's. */
export const LOCAL_ACCESS_KEY = 'LOCALCLOUD';

/** Headers that belong to one connection and must not travel on. */
const HOP_BY_HOP = new Set([
  'connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding',
  'upgrade', 'expect', 'content-length',
]); // prettier-ignore

export interface AskOptions {
  /** @default the management account */
  readonly account?: string;
  /** @default us-east-1 */
  readonly region?: string;
}

/** Speaks to the moto server, in raw bytes. */
export class MotoClient {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    readonly port: number,
    readonly managementAccountId: string,
  ) {}

  /**
   * Hands a call on as it came: same path, headers and Host, body byte for byte. It acts in the account that the
   * call was found to be in; only moto knows whose the keys of IAM users (AKIA…) are.
   */
  async forward(call: AwsCall): Promise<AwsAnswer> {
    const headers = call.rawHeaders.filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()));
    const account = call.accessKeyId?.startsWith('AKIA')
      ? []
      : [['x-moto-account-id', call.account] as const];
    const flat = [...headers, ...account, ['content-length', String(call.body.length)] as const].flat();
    return this.send(call.method, call.path, flat, call.body);
  }

  /** Calls a JSON action of a service, as the organization's management account unless told otherwise. */
  async ask<Answer>(
    service: string,
    target: string,
    input: object = {},
    options: AskOptions = {},
  ): Promise<Answer> {
    const body = Buffer.from(JSON.stringify(input));
    const answer = await this.send(
      'POST',
      '/',
      headersFor(
        service,
        this.inAccount(options),
        ['x-amz-target', target, 'content-type', 'application/x-amz-json-1.1'],
        body,
      ),
      body,
    );
    if (answer.status !== 200)
      throw new Error(`${service} ${target}: ${answer.status} ${answer.body.toString().slice(0, 500)}`);
    // Actions without output answer with nothing at all.
    return JSON.parse(answer.body.toString() || '{}') as Answer;
  }

  /** Sends a REST request to a service, for what has no JSON action. */
  async rest(
    service: string,
    method: string,
    path: string,
    body = '',
    options: AskOptions = {},
  ): Promise<AwsAnswer> {
    const bytes = Buffer.from(body);
    return this.send(method, path, headersFor(service, this.inAccount(options), [], bytes), bytes);
  }

  private inAccount(options: AskOptions): Required<Pick<AskOptions, 'account'>> & AskOptions {
    return { ...options, account: options.account ?? this.managementAccountId };
  }

  close(): void {
    this.agent.destroy();
  }

  private send(
    method: string,
    path: string,
    headers: string[],
    body: Buffer,
    isRetry = false,
  ): Promise<AwsAnswer> {
    return new Promise((resolve, reject) => {
      const request = http.request({
        host: '127.0.0.1',
        port: this.port,
        agent: this.agent,
        method,
        path,
        headers,
      });
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 502,
            headers: endToEnd(response.headers),
            body: Buffer.concat(chunks),
          }),
        );
      });
      request.on('error', (error) => {
        // A kept-alive connection that moto closed in the same moment: nothing was read, so ask again.
        if (request.reusedSocket && !isRetry) resolve(this.send(method, path, headers, body, true));
        else reject(error);
      });
      request.end(body);
    });
  }
}

function headersFor(
  service: string,
  options: AskOptions & { readonly account: string },
  more: string[],
  body: Buffer,
): string[] {
  const region = options.region ?? 'us-east-1';
  const scope = `${LOCAL_ACCESS_KEY}/20260101/${region}/${service}/aws4_request`;
  return [
    'host', `${service}.${region}.amazonaws.com`,
    'authorization', `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    'x-moto-account-id', options.account,
    'content-length', String(body.length),
    ...more,
  ]; // prettier-ignore
}

function endToEnd(headers: http.IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    // The length is counted again from the bytes, but a HEAD has none: there it is the answer itself.
    if (value !== undefined && (name === 'content-length' || !HOP_BY_HOP.has(name))) kept[name] = value;
  }
  return kept;
}
