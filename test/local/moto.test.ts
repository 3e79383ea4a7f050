import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startMoto } from '../../local/moto';

const folder = mkdtempSync(path.join(tmpdir(), 'lz-moto-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a moto_server that is this script, and gives what is said about it. */
async function failureOf(script: string): Promise<string> {
  const file = path.join(folder, 'moto_server');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  const logFile = path.join(folder, 'moto.log');
  rmSync(logFile, { force: true });
  const starting = startMoto({ logFile, env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } });
  return starting.then(
    () => 'started',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

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
