import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runningCommands } from '../../local/commands';
import { lives } from '../../local/processes';
import { type CloudRecord, isDaemonRunning, isMotoRunning, readRecord } from '../../local/registration';
import { CORRECT, stageFile, writeFolder } from '../config/environment-folder';
import { lzFile, until } from './lz-in-repository';
import { runLz } from './run-lz';

/** The private cloud of a demo, as far as it has come. */
async function cloudOf(root: string): Promise<CloudRecord | undefined> {
  const [name] = readdirSync(root).includes('.lz') ? readdirSync(path.join(root, '.lz')) : [];
  return name === undefined ? undefined : readRecord(path.join(root, '.lz', name));
}

/** Starts `lz demo` with an app that takes for ever, and interrupts it when it has come so far. */
async function interrupt(isSoFar: (cloud: CloudRecord) => Promise<boolean>, name: NodeJS.Signals) {
  const root = writeFolder(CORRECT);
  const app = { language: 'typescript', app: 'sleep 64', projectId: 'demo' };
  writeFileSync(path.join(root, 'cdktf.json'), JSON.stringify(app));
  const demo = spawn(process.execPath, [lzFile, 'demo', '--stage', 'one'], { cwd: root });
  const ended = new Promise<number | null>((resolve) => demo.once('exit', resolve));
  let stderr = '';
  demo.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  let cloud: CloudRecord | undefined;
  await until(async () => (cloud = await cloudOf(root)) !== undefined && isSoFar(cloud), 30);
  if (cloud === undefined) throw new Error('no cloud');
  const commands = await runningCommands(cloud.folder);
  demo.kill(name);
  const exitCode = await ended;
  return { exitCode, stderr, commands, cloud: (await readRecord(cloud.folder)) ?? cloud, left: readdirSync(path.join(root, '.lz')) }; // prettier-ignore
}

describe('lz demo', () => {
  it('fails on mistakes in the files with all of them, and starts nothing', async () => {
    const files = { ...CORRECT, 'one.yaml': 'stage: one\n', 'two.yaml': stageFile('two', '10.0.0.0/33') };
    const { stdout, stderr, exitCode } = await runLz(writeFolder(files), ['demo']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(
      lines.slice(0, -1).filter((line) => !/^environments\/(one|two)\.yaml:\d+:\d+ {2}/.test(line)),
    ).toEqual([]);
    expect(lines.at(-1)).toBe('3 problems in environments/');
  });

  it('fails for a stage that does not exist', async () => {
    expect(await runLz(writeFolder(CORRECT), ['demo', '--stage', 'nosuch'])).toMatchObject({
      exitCode: 1,
      stderr: 'lz: no stage "nosuch"; the stages are one, two\n',
    });
  });

  it('says once what cdktf failed on, and leaves no cloud', () => {
    const root = writeFolder(CORRECT);
    const app = { language: 'typescript', app: 'echo no such luck >&2; exit 1', projectId: 'demo' };
    writeFileSync(path.join(root, 'cdktf.json'), JSON.stringify(app));
    const demo = [lzFile, 'demo', '--stage', 'one'];
    const { stdout, stderr, status } = spawnSync(process.execPath, demo, { cwd: root, encoding: 'utf8' });
    expect({ status, left: readdirSync(path.join(root, '.lz')) }).toEqual({ status: 1, left: [] });
    expect(stderr).toMatch(/^✖ cdktf deploy organization identity \[FAILED: see below\]\nlz: cdktf deploy /);
    expect(stderr).toContain('no such luck');
    expect(`${stdout}${stderr}`.match(/ ended with exit code 1:$/gm)).toHaveLength(1);
  });

  it.each([
    ['while its cloud is starting', 'SIGINT', 130, () => Promise.resolve(true)],
    [
      'while cdktf is running',
      'SIGTERM',
      143,
      async ({ folder }: CloudRecord) => (await runningCommands(folder)).length > 0,
    ],
  ] as const)('cleans up before it ends when it is interrupted %s', async (_, name, code, isSoFar) => {
    const { exitCode, stderr, commands, cloud, left } = await interrupt(isSoFar, name);
    expect({ exitCode, left, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      exitCode: code,
      left: [],
      last: 'stopping the local cloud …',
    });
    expect([await isDaemonRunning(cloud), await isMotoRunning(cloud)]).toEqual([false, false]);
    for (const command of commands) expect(await lives(command.process)).toBe(false);
  });
});
