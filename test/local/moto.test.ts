import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMoto } from '../../local/moto';

const folder = mkdtempSync(path.join(tmpdir(), 'lz-moto-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a moto_server that is this script. */
function start(script: string) {
  const file = path.join(folder, 'moto_server');
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  const logFile = path.join(folder, 'moto.log');
  rmSync(logFile, { force: true });
  return startMoto({ logFile, env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } });
}

/** What is said about a moto_server that is these commands. */
const failureOf = (commands: string): Promise<string> =>
  start(`#!/bin/sh\n${commands}\n`).then(
    () => 'started',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('a moto_server that does not start', () => {
  it('is told with its exit code, its last lines and how to try it alone', async () => {
    const failure = await failureOf('echo "no module named moto" >&2; exit 3');
    expect(failure).toMatch(
      /^UserError: moto_server does not answer: it exited with code 3\. Its last lines:\n {2}no module named moto\nTry it alone with: \S+moto_server /,
    );
  });

  it('is told when it prints nothing', async () => {
    expect(await failureOf('exit 4')).toContain(
      'it exited with code 4. It printed nothing\nTry it alone with: ',
    );
  });
});

test('a moto_server that finds its port taken is started on another, although its port answered', async () => {
  const tried = path.join(folder, 'tried');
  const moto = await start(`#!${process.execPath}
    const { existsSync, writeFileSync } = require('node:fs');
    const { createServer } = require('node:http');
    const port = Number(process.argv[process.argv.indexOf('-p') + 1]);
    const isFirst = !existsSync('${tried}');
    writeFileSync('${tried}', '');
    // At first it is the program that has the port that answers there, and moto that ends.
    createServer((_, response) => response.end(isFirst ? '"the other"' : '"moto"')).listen(port, '127.0.0.1', () => {
      if (isFirst) setTimeout(() => {
        console.error('Port ' + port + ' is in use by another program.');
        process.exit(1);
      }, 700);
      else console.error(' * Running on http://127.0.0.1:' + port);
    });
  `);
  try {
    expect(existsSync(tried)).toBe(true);
    const answer = await fetch(`http://127.0.0.1:${moto.port}/moto-api/data.json`);
    expect(await answer.json()).toBe('moto');
  } finally {
    await moto.stop();
  }
});
