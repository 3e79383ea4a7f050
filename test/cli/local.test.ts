import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runningCommands } from '../../local/commands';
import { isRunning } from '../../local/processes';
import { type CloudRecord, isDaemonRunning, isMotoRunning, readRecord } from '../../local/registration';
import { stopSharedCloud } from '../../local/shared-cloud';
import { run, temporaryRepository } from '../local/cloud-under-test';
import { lzFile, until, useRepository } from './lz-in-repository';

const repository = useRepository();

const privateFolders = async (): Promise<string[]> =>
  (await readdir(path.join(repository.root, '.lz')).catch((): string[] => [])).filter((name) =>
    name.startsWith('exec-'),
  );

/** Starts `lz local exec sleep`, waits until the private cloud is there, and gives both. */
async function execSleeping(): Promise<{
  exec: ChildProcess;
  ended: Promise<number | null>;
  record: CloudRecord;
}> {
  const { exec, ended } = repository.exec('sleep', '60');
  let record: CloudRecord | undefined;
  await until(async () => {
    const [name] = await privateFolders();
    record = name === undefined ? undefined : await readRecord(path.join(repository.root, '.lz', name));
    return record !== undefined && (await runningCommands(record.folder)).length > 0;
  }, 20);
  if (record === undefined) throw new Error('no private cloud');
  return { exec, ended, record };
}

async function expectNothingLeft(record: CloudRecord): Promise<void> {
  await until(
    async () =>
      !(await isDaemonRunning(record)) && !(await isMotoRunning(record)) && !existsSync(record.folder),
    10,
  );
}

describe('without a cloud', () => {
  test('status tells that it is down and how to start it, with exit code 3', async () => {
    expect(await repository.lz('local', 'status')).toMatchObject({
      code: 3,
      stdout: 'the local cloud is down. Start it with "npx lz local up"\n',
    });
  });

  test('down has nothing to do and says so', async () => {
    expect(await repository.lz('local', 'down')).toMatchObject({
      code: 0,
      stdout: 'the local cloud is not up: nothing to remove\n',
    });
  });

  test('exec runs the command in a private cloud, passes its exit code on and leaves nothing behind', async () => {
    const script = 'cat .lz/exec-*/cloud.json; aws sts get-caller-identity >&2; exit 7';
    const { code, stdout, stderr } = await repository.lz('local', 'exec', '--', 'sh', '-c', script);
    expect(code).toBe(7);
    expect(stderr).toContain('starting a private one for this command; it is thrown away afterwards');
    expect(stderr).toContain('"Account": "123456789012"');
    await expectNothingLeft(JSON.parse(stdout) as CloudRecord);
  }, 60_000);

  test('a killed exec leaves neither its command nor a cloud nor a folder behind after a moment', async () => {
    const { exec, ended, record } = await execSleeping();
    const [command] = await runningCommands(record.folder);
    expect(command).toMatchObject({ text: 'sleep 60', hasOwner: true });
    exec.kill('SIGKILL');
    await ended;
    await expectNothingLeft(record);
    expect(await isRunning(command?.process.pid ?? NaN, 'sleep 60')).toBe(false);
  }, 40_000);

  test('SIGTERM ends the command, which tells in the exit code, and the private cloud with it', async () => {
    const { exec, ended, record } = await execSleeping();
    exec.kill('SIGTERM');
    expect(await ended).toBe(143);
    await expectNothingLeft(record);
  }, 40_000);

  test('fails when the cloud dies while the command runs, and ends the command', async () => {
    const { exec, ended, record } = await execSleeping();
    let stderr = '';
    exec.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    process.kill(record.pid, 'SIGKILL');
    expect(await ended).toBe(1);
    expect(stderr).toContain(
      `the local cloud has ended while the command was running: its process ${record.pid} is gone`,
    );
    await expectNothingLeft(record);
  }, 40_000);
});

describe('with a cloud that is up', () => {
  beforeAll(async () => {
    expect(await repository.lz('local', 'up')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the local cloud is up') as string,
    });
  }, 30_000);

  test('fails to start a second one, saying since when the first is up and what to do', async () => {
    const { code, stderr } = await repository.lz('local', 'up');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /^lz: the local cloud is already up, since .*"npx lz local down"\n$/,
      ) as string,
    });
  });

  test.each([
    [['sh', '-c', 'exit 3'], 3],
    [['--', 'sh', '-c', 'kill -KILL $$'], 137],
    [['sh', '-c', 'kill -INT $$'], 130],
    [['no-such-command'], 127],
  ])('exec %j ends with exit code %d', async (command, code) => {
    expect(await repository.lz('local', 'exec', ...command)).toMatchObject({ code });
  });

  test('options after the command are the command’s own', async () => {
    expect(await repository.lz('local', 'exec', 'echo', '--json', '--help', '--')).toMatchObject({
      stdout: '--json --help --\n',
    });
  });

  test('what one command creates the next one finds, and status counts the calls', async () => {
    await repository.lz('local', 'exec', 'aws', 's3', 'mb', 's3://kept');
    expect(await repository.lz('local', 'exec', 'aws', 's3', 'ls')).toMatchObject({
      stdout: expect.stringContaining('kept') as string,
    });
    await repository.lz('local', 'exec', 'aws', 'grafana', 'list-workspaces');
    const { code, stdout } = await repository.lz('local', 'status', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'up',
      health: { answered: 3, failed: 0, notEmulated: { 'grafana:GET /workspaces': 1 } },
    });
    expect(await repository.lz('local', 'status')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/calls answered {3}3[^]*grafana:GET \/workspaces \(1x\)/) as string,
    });
  }, 60_000);

  test('a cloud that was killed is reported, cleaned up by the next start, and leaves no emulator running', async () => {
    const dead = await repository.record();
    process.kill(dead.pid, 'SIGKILL');
    await until(async () => !(await isDaemonRunning(dead)), 5);
    expect(await repository.lz('local', 'status')).toMatchObject({
      code: 3,
      stdout: expect.stringContaining(`has crashed: its process ${dead.pid} is gone`) as string,
    });
    expect(await repository.lz('local', 'exec', 'true')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has crashed') as string,
    });
    expect(await isMotoRunning(dead)).toBe(true);

    const { code, stdout } = await repository.lz('local', 'up');
    expect(code).toBe(0);
    expect(stdout).toContain(`the last local cloud has crashed: its process ${dead.pid} is gone`);
    expect(stdout).toContain(`stopped its emulator, still running as process ${dead.moto?.pid}`);
    expect(await isMotoRunning(dead)).toBe(false);
  }, 30_000);

  test('down stops everything and removes the folder', async () => {
    const record = await repository.record();
    expect(await repository.lz('local', 'down')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`stopped its process ${record.pid}`) as string,
    });
    await expectNothingLeft(record);
  }, 60_000);

  test('of two starts at the same moment one wins and the other says that the cloud is up', async () => {
    const [one, two] = await Promise.all([repository.lz('local', 'up'), repository.lz('local', 'up')]);
    expect([one.code, two.code].sort()).toEqual([0, 1]);
    expect(one.stderr + two.stderr).toContain('already up');
  }, 30_000);
});

describe('the command line', () => {
  test('fails on an unknown subcommand without a stack trace', async () => {
    const { code, stderr } = await repository.lz('local', 'bogus');
    expect({ code, stderr }).toEqual({ code: 1, stderr: "error: unknown command 'bogus'\n" });
  });

  test('lists its subcommands', async () => {
    const { code, stdout } = await repository.lz('local', '--help');
    expect(code).toBe(0);
    for (const name of ['up', 'exec', 'status', 'down'])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test('a cloud starts without a Terraform that cdktf can use, and warns of it', async () => {
    const elsewhere = await temporaryRepository();
    const env = { ...process.env, TERRAFORM_BINARY_NAME: 'no-terraform' };
    const { code, stderr } = await run(process.execPath, [lzFile, 'local', 'up'], { cwd: elsewhere, env });
    await stopSharedCloud(elsewhere);
    await rm(elsewhere, { recursive: true });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(
        /^lz: warning: cdktf cannot deploy into it yet: expected Terraform [^]* Install it from .*\n$/,
      ) as string,
    });
  }, 30_000);

  test('fails with what is missing when there is no emulator to start', async () => {
    const elsewhere = await temporaryRepository();
    const env = { PATH: '/nowhere', HOME: elsewhere };
    const { code, stderr } = await run(process.execPath, [lzFile, 'local', 'up'], { cwd: elsewhere, env });
    await rm(elsewhere, { recursive: true });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^lz: the local cloud needs moto 5\.2\.1[^]*pip install/) as string,
    });
    expect(stderr).not.toContain('    at ');
  });
});
