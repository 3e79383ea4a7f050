import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { isDirect, upstreamProxy } from '../../local/upstream-proxy';
import { useCloud } from './cloud-under-test';

/** The proxy of a company: it wants a name and a password, and says which hosts it was asked for. */
const asked: string[] = [];
const company = http.createServer();
company.on('connect', (request, socket) => {
  asked.push(`${request.headers['proxy-authorization']} ${request.url}`);
  socket.end(
    request.url === 'refused.example:443'
      ? 'HTTP/1.1 403 Forbidden\r\n\r\n'
      : 'HTTP/1.1 200 OK\r\n\r\nfrom the company',
  );
});
const env: NodeJS.ProcessEnv = { ...process.env, NO_PROXY: 'direct.example' };
beforeAll(async () => {
  await new Promise<void>((resolve) => company.listen(0, '127.0.0.1', resolve));
  env.HTTPS_PROXY = `http://me:p%40ss@127.0.0.1:${(company.address() as AddressInfo).port}`;
});
afterAll(() => company.close());
const local = useCloud({ env });

/** Everything that comes back through a tunnel to a host. */
function through(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = net.connect(local.cloud.proxyPort, '127.0.0.1', () =>
      socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`),
    );
    socket.on('data', (chunk) => (received += chunk.toString())).on('end', () => resolve(received)).on('error', reject); // prettier-ignore
  });
}

test("other hosts are reached through the user's own proxy, with its credentials", async () => {
  expect(await through('registry.example:443')).toBe('HTTP/1.1 200 OK\r\n\r\nfrom the company');
  expect(asked).toContain(`Basic ${Buffer.from('me:p@ss').toString('base64')} registry.example:443`);
});

test("fails as the user's proxy does when that refuses", async () => {
  expect(await through('refused.example:443')).toBe('HTTP/1.1 403 Forbidden\r\n\r\n');
});

test('AWS hosts stay in the local cloud, whatever proxy the user has', async () => {
  expect(await local.run('aws', 'sts', 'get-caller-identity')).toMatchObject({ code: 0 });
  expect(asked.filter((host) => host.includes('amazonaws'))).toEqual([]);
});

test.each([
  ['a.internal', 'internal', true],
  ['a.internal', '.internal other', true],
  ['internal.example', 'internal', false],
  ['anything', '*', true],
  ['anything', '', false],
])('%s with NO_PROXY=%s is direct: %s', (host, noProxy, expected) => {
  expect(isDirect(host, noProxy)).toBe(expected);
});

test.each([
  [{}, undefined],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, 'proxy:3128'],
  [{ https_proxy: 'http://proxy:3128' }, 'proxy:3128'],
  // Inside a local cloud it is our own proxy.
  [{ HTTPS_PROXY: 'http://proxy:3128', LZ_LOCAL_CLOUD: '1' }, undefined],
  [{ HTTPS_PROXY: 'not a url' }, undefined],
])('the upstream proxy of %j is %s', (given, host) => {
  expect(upstreamProxy(given)?.host).toBe(host);
});
