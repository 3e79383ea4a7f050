import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lzFile } from './lz-in-repository';
import { run, temporaryRepository } from '../local/cloud-under-test';
import { CORRECT, writeFolder } from '../config/environment-folder';
import { runLz } from './run-lz';

const COMMANDS = [
  ['local', 'up'],
  ['local', 'down'],
  ['local', 'exec', 'true'],
];

describe('a file in place of the folder of the local clouds', () => {
  const sentence = (root: string) =>
    `lz: the local cloud is kept in ${root}/.lz: expected a folder that can be written to, found something else there. Remove ${root}/.lz\n`;

  test.each(COMMANDS)('fails at once in lz %s %s', async (...args) => {
    const root = await temporaryRepository();
    await writeFile(path.join(root, '.lz'), '');
    const { code, stderr, seconds } = await run(process.execPath, [lzFile, ...args], { cwd: root });
    await rm(root, { recursive: true });
    expect({ code, stderr: stderr.replace(/^lz: no local cloud is up: .*\n/, '') }).toEqual({
      code: 1,
      stderr: sentence(root),
    });
    expect(seconds).toBeLessThan(10);
  });

  test('fails at once in lz demo', async () => {
    const root = writeFolder(CORRECT);
    await writeFile(path.join(root, '.lz'), '');
    const { exitCode, stderr } = await runLz(root, ['demo', '--stage', 'one']);
    // The line of the step that has failed comes first.
    expect({ exitCode, last: `${stderr.trimEnd().split('\n').at(-1)}\n` }).toEqual({
      exitCode: 1,
      last: sentence(root),
    });
    expect(stderr).not.toContain('    at ');
  });
});

// Even root can make no folder in /proc.
const ifThereIsProc = process.platform === 'linux' ? test : test.skip;

ifThereIsProc.each([
  ['local', 'up'],
  ['local', 'exec', 'true'],
])('fails at once where no folder can be made: lz %s %s', async (...args) => {
  const { code, stderr, seconds } = await run(process.execPath, [lzFile, ...args], { cwd: '/proc' });
  expect({ code, stderr: stderr.replace(/^lz: no local cloud is up: .*\n/, '') }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^lz: the local cloud is kept in \/proc\/\.lz: expected a folder that can be written to, and it cannot be made \(E[A-Z]+\)\. Run lz in .*\n$/,
    ) as string,
  });
  expect(seconds).toBeLessThan(10);
});
