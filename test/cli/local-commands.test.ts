import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type RunningCommand, runningCommands } from '../../local/commands';
import { isRunning, processTree } from '../../local/processes';
import { until, useRepository } from './lz-in-repository';

const repository = useRepository();

beforeAll(async () => {
  expect(await repository.lz('local', 'up')).toMatchObject({ code: 0 });
}, 30_000);

/** The one command that runs in the cloud, as soon as it is recorded. */
async function theCommand(): Promise<RunningCommand> {
  let found: readonly RunningCommand[] = [];
  await until(async () => (found = await runningCommands(repository.shared)).length === 1, 20);
  const [command] = found;
  if (command === undefined) throw new Error('no command');
  return command;
}

test('the command of a killed exec is ended, with what it has started, and asked to finish first', async () => {
  // On the signal it takes its time to finish, and what it has started ignores the signal.
  const script = `(trap '' INT; exec sleep 61) & trap 'echo finished > finished; exit' INT; touch started; sleep 60; sleep 60`;
  const { exec, ended } = repository.exec('sh', '-c', script);
  await until(() => Promise.resolve(existsSync(path.join(repository.root, 'started'))), 20);
  const command = await theCommand();
  const tree = await processTree(command.process.pid);
  exec.kill('SIGKILL');
  await ended;
  const log = path.join(repository.shared, 'daemon.log');
  await until(
    async () => (await readFile(log, 'utf8')).includes(`its lz process ${exec.pid} was killed`),
    20,
  );
  expect(existsSync(path.join(repository.root, 'finished'))).toBe(true);
  expect(tree.length).toBeGreaterThan(1);
  for (const pid of tree) expect(await isRunning(pid, 'sleep')).toBe(false);
}, 40_000);

test('down ends a command that is running, and reports it', async () => {
  const { exec, ended } = repository.exec('sleep', '62');
  let stderr = '';
  exec.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const command = await theCommand();
  const { stdout } = await repository.lz('local', 'down');
  expect(stdout).toContain(`ended its command "sleep 62" (process ${command.process.pid})`);
  expect(await ended).toBe(1);
  expect(stderr).toContain('has ended while the command was running');
  expect(await isRunning(command.process.pid, 'sleep 62')).toBe(false);
  expect(await repository.lz('local', 'up')).toMatchObject({ code: 0 });
}, 60_000);

test('the next start ends what a killed cloud and a killed exec have left running', async () => {
  const dead = await repository.record();
  const { exec, ended } = repository.exec('sleep', '63');
  const command = await theCommand();
  process.kill(dead.pid, 'SIGKILL');
  exec.kill('SIGKILL');
  await ended;
  const { code, stdout } = await repository.lz('local', 'up');
  expect(code).toBe(0);
  expect(stdout).toContain(`ended its command "sleep 63" (process ${command.process.pid})`);
  expect(await isRunning(command.process.pid, 'sleep 63')).toBe(false);
}, 60_000);
