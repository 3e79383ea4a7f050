import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { type CompletedRequest, getLocal } from 'mockttp';
import { AWS_DOMAINS, isAwsHost } from './aws-host';
import type { AwsRequest } from './aws-call';
import type { CertificateAuthority } from './certificate-authority';
import type { AwsAnswer } from './local-service';
import { STATUS_PATH } from './status-path';
import { tunnelThrough, upstreamProxy } from './upstream-proxy';

/** Longer than any pause between two calls: a connection closed just as it is reused would fail a call. */
const KEEP_ALIVE_MS = 10 * 60 * 1000;

export interface ProxyProps {
  readonly authority: CertificateAuthority;
  readonly answer: (request: AwsRequest) => Promise<AwsAnswer>;
  /** What `STATUS_PATH` answers, as JSON. */
  readonly status: () => object;
  /** Tells which proxy of the user other hosts are reached through. */
  readonly env: NodeJS.ProcessEnv;
}

export interface Proxy {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts the proxy that HTTPS_PROXY points to. It opens the TLS of AWS hosts and answers their calls; every
 * other connection is tunnelled to its host untouched.
 */
export async function startProxy({ authority, answer, status, env }: ProxyProps): Promise<Proxy> {
  const server = getLocal({
    https: {
      key: authority.key,
      cert: authority.certificate,
      tlsInterceptOnly: AWS_DOMAINS.map((domain) => ({ hostname: `*.${domain}` })),
    },
    http2: false,
    recordTraffic: false,
    suggestChanges: false,
  });
  await server.forAnyRequest().thenCallback(async (request) => {
    const asked = await awsRequest(request);
    const {
      status: statusCode,
      headers,
      body,
    } = isAwsHost(asked.host) ? await answer(asked) : ownAnswer(asked, status);
    // mockttp passes these bytes on as they are and never touches the length of an answer to HEAD.
    return { statusCode, headers: withLength(headers, asked.method, statusCode, body), rawBody: body };
  });
  await server.start();
  const listener = listenerOf(server);
  const upstream = upstreamProxy(env);
  if (upstream !== undefined) tunnelThrough(upstream, listener, env);
  const port = await listenOnLoopbackOnly(listener);
  return { port, stop: () => server.stop() };
}

/** The server inside mockttp, which it does not offer: its version is pinned, and the tests notice a change. */
function listenerOf(mockttp: object): Server {
  const listener = Reflect.get(mockttp, 'server') as Server & { _httpServer: HttpServer };
  listener._httpServer.keepAliveTimeout = KEEP_ALIVE_MS;
  return listener;
}

/**
 * mockttp has no bind address and listens on every interface, which would make this machine an open proxy.
 * So its socket is closed and opened again on 127.0.0.1.
 */
async function listenOnLoopbackOnly(listener: Server): Promise<number> {
  await new Promise<void>((resolve) => listener.close(() => resolve()));
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });
  return (listener.address() as AddressInfo).port;
}

async function awsRequest(request: CompletedRequest): Promise<AwsRequest> {
  const { method, path, rawHeaders } = request;
  const host = request.headers.host ?? request.destination.hostname;
  // `buffer` is what was sent: S3's aws-chunked uploads must not be decoded on the way.
  return { method, path, host, rawHeaders, body: await Promise.resolve(request.body.buffer) };
}

function withLength(
  headers: AwsAnswer['headers'],
  method: string,
  status: number,
  body: Buffer,
): Record<string, string | string[]> {
  const hasNoBody = method === 'HEAD' || status === 204 || status === 304;
  return hasNoBody ? { ...headers } : { ...headers, 'content-length': String(body.length) };
}

function ownAnswer(request: AwsRequest, status: () => object): AwsAnswer {
  if (request.path === STATUS_PATH) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(status())),
    };
  }
  const text = `This is the proxy of landing-zone's local cloud. It answers AWS hosts, not ${request.host}.\n`;
  return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text) };
}
