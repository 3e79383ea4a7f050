import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Server, Socket } from 'node:net';
import { isAwsHost } from './aws-host';

type ConnectListener = (request: IncomingMessage, socket: Socket, head: Buffer) => void;

/**
 * The proxy that this machine needs to reach other hosts, as HTTPS_PROXY names it. None inside a local cloud:
 * there HTTPS_PROXY is a proxy of ours.
 */
export function upstreamProxy(env: NodeJS.ProcessEnv): URL | undefined {
  const value = env.HTTPS_PROXY || env.https_proxy;
  if (!value || env.LZ_LOCAL_CLOUD) return undefined;
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** Whether NO_PROXY says that a host is reached directly. */
export function isDirect(host: string, noProxy: string): boolean {
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => entry.replace(/^\*?\./, '').toLowerCase())
    .some(
      (entry) => entry === '*' || host.toLowerCase() === entry || host.toLowerCase().endsWith(`.${entry}`),
    );
}

/**
 * Sends the tunnels to other hosts through the user's own proxy. Our variables take the place of the user's, so
 * without this Terraform could not download behind a company's proxy while the local cloud is in use.
 */
export function tunnelThrough(upstream: URL, listener: Server, env: NodeJS.ProcessEnv): void {
  const noProxy = env.NO_PROXY ?? env.no_proxy ?? '';
  const [intercept] = listener.listeners('connect') as ConnectListener[];
  if (intercept === undefined) throw new Error('mockttp no longer handles CONNECT with a listener');
  listener.removeListener('connect', intercept);
  listener.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const host = (request.url ?? '').replace(/:\d+$/, '');
    if (isAwsHost(host) || isDirect(host, noProxy)) intercept(request, socket, head);
    else extend(upstream, request.url ?? '', socket, head);
  });
}

function extend(upstream: URL, target: string, client: Socket, head: Buffer): void {
  const authorization = upstream.username
    ? {
        'Proxy-Authorization': `Basic ${Buffer.from(`${decodeURIComponent(upstream.username)}:${decodeURIComponent(upstream.password)}`).toString('base64')}`,
      }
    : {};
  const { request } = upstream.protocol === 'https:' ? https : http;
  const asked = request({
    host: upstream.hostname,
    port: upstream.port || (upstream.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...authorization },
    agent: false,
  });
  const refuse = (status: string): void => {
    client.end(`HTTP/1.1 ${status}\r\n\r\n`);
  };
  client.on('error', () => asked.destroy());
  asked.on('error', (error) => refuse(`502 the proxy ${upstream.host} cannot be reached (${error.message})`));
  // An answer without a tunnel, such as 407: the client gets to see it.
  asked.on('response', (response) => refuse(`${response.statusCode} ${response.statusMessage}`));
  asked.on('connect', (response: IncomingMessage, remote: Socket, first: Buffer) => {
    if (response.statusCode !== 200) return refuse(`${response.statusCode} ${response.statusMessage}`);
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    if (first.length > 0) client.write(first);
    if (head.length > 0) remote.write(head);
    client.pipe(remote).pipe(client);
    remote.on('error', () => client.destroy());
    client.on('error', () => remote.destroy());
  });
  asked.end();
}
