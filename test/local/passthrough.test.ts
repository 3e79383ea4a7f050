import http from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { run, useCloud } from './cloud-under-test';

const local = useCloud();
let server: tls.Server | undefined;
let certificate = '';

/** A host that is not AWS's, with a certificate of its own. */
beforeAll(async () => {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = await run(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      'host-key.pem',
      '-out',
      'host.pem',
      ...subject,
    ],
    { cwd: local.root },
  );
  expect(made).toMatchObject({ code: 0 });
  certificate = await readFile(path.join(local.root, 'host.pem'), 'utf8');
  const key = await readFile(path.join(local.root, 'host-key.pem'));
  server = tls.createServer({ key, cert: certificate }, (socket) => socket.end('hello from the host itself'));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server?.close());

/** Opens a tunnel through the proxy, as a client that honours HTTPS_PROXY does. */
function tunnel(target: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port: local.cloud.proxyPort,
      method: 'CONNECT',
      path: target,
    });
    request.on('connect', (_response, socket) => resolve(socket)).on('error', reject).end(); // prettier-ignore
  });
}

test('a host that is not AWS is reached untouched, with its own certificate', async () => {
  const socket = await tunnel(`localhost:${(server?.address() as AddressInfo).port}`);
  // Trusting the host alone: with any other certificate the handshake would fail.
  const secured = tls.connect({ socket, servername: 'localhost', ca: certificate });
  const chunks: Buffer[] = [];
  for await (const chunk of secured) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe('hello from the host itself');
});

test('an AWS host is answered with a certificate of the cloud, which can vouch for AWS hosts only', async () => {
  const ca = await readFile(path.join(local.cloud.folder, 'ca.pem'), 'utf8');
  const secured = tls.connect({
    socket: await tunnel('sts.eu-west-1.amazonaws.com:443'),
    servername: 'sts.eu-west-1.amazonaws.com',
    ca,
  });
  await new Promise((resolve, reject) => secured.once('secureConnect', resolve).once('error', reject));
  expect(secured.getPeerCertificate().issuer.CN).toBe('landing-zone local cloud');
  secured.destroy();
  const { stdout } = await run('openssl', ['x509', '-in', 'ca.pem', '-noout', '-text'], {
    cwd: local.cloud.folder,
  });
  expect(stdout).toMatch(
    /Name Constraints: critical\s+Permitted:\s+DNS:amazonaws.com\s+DNS:amazonaws.com.cn\s+DNS:api.aws/,
  );
});

test('fails at once on a host that cannot be reached', async () => {
  const started = Date.now();
  const secured = tls.connect({ socket: await tunnel('localhost:1'), servername: 'localhost' });
  await expect(
    new Promise((resolve, reject) =>
      secured.once('secureConnect', resolve).once('error', reject).once('close', reject),
    ),
  ).rejects.toBeDefined();
  expect(Date.now() - started).toBeLessThan(5000);
});

test('the proxy and the emulator listen on this machine only', async () => {
  // Where Linux lists its sockets; elsewhere there is nothing to read.
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].filter((file) => existsSync(file));
  const record = JSON.parse(await readFile(path.join(local.cloud.folder, 'cloud.json'), 'utf8')) as {
    moto: { port: number };
  };
  const ports = [local.cloud.proxyPort, record.moto.port].map((port) =>
    port.toString(16).toUpperCase().padStart(4, '0'),
  );
  const rows = (await Promise.all(tables.map((file) => readFile(file, 'utf8')))).join('\n').split('\n');
  const listening = rows.map((row) => row.trim().split(/\s+/)).filter((fields) => fields[3] === '0A');
  const addresses = listening
    .map((fields) => fields[1] ?? '')
    .filter((address) => ports.some((port) => address.endsWith(`:${port}`)));
  expect(addresses.filter((address) => !address.startsWith('0100007F:'))).toEqual([]);
});

test('someone who opens the proxy in a browser is told what it is', async () => {
  const response = await fetch(`http://127.0.0.1:${local.cloud.proxyPort}/`);
  expect([response.status, await response.text()]).toEqual([
    404,
    expect.stringContaining("proxy of landing-zone's local cloud"),
  ]);
});
