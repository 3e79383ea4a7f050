import { spawn } from 'node:child_process';
import path from 'node:path';
import { runCommand } from '../../local/run-command';

const never = new Promise<string>(() => undefined);

test('a command that ignores SIGINT is killed, with what it started, when its cloud has ended', async () => {
  const started = Date.now();
  const reasons: string[] = [];
  const code = await runCommand({
    command: 'sh',
    args: ['-c', 'trap "" INT; sleep 30; true'],
    env: process.env,
    cloudEnded: new Promise((resolve) => setTimeout(resolve, 300, 'it fell over')),
    onCloudEnded: (reason) => reasons.push(reason),
    graceSeconds: 0.3,
  });
  expect([code, reasons]).toEqual([1, ['it fell over']]);
  const milliseconds = Date.now() - started;
  expect(milliseconds).toBeGreaterThan(600);
  expect(milliseconds).toBeLessThan(10_000);
});

test('a command may finish in its own time when its cloud has ended, but does not succeed', async () => {
  const command = {
    command: 'sh',
    args: ['-c', 'trap "exit 0" INT; while :; do sleep 0.1; done'],
    env: process.env,
  };
  const cloudEnded = new Promise<string>((resolve) => setTimeout(resolve, 300, 'it fell over'));
  expect(await runCommand({ ...command, cloudEnded, onCloudEnded: () => undefined })).toBe(1);
});

test('signals leave no handler behind', async () => {
  const before = process.listenerCount('SIGINT');
  await runCommand({
    command: 'true',
    args: [],
    env: process.env,
    cloudEnded: never,
    onCloudEnded: () => undefined,
  });
  expect(process.listenerCount('SIGINT')).toBe(before);
});

test('SIGINT is handed on once where there is no terminal to do it', async () => {
  const file = path.join(__dirname, '../../local/run-command.ts');
  const script =
    'n=0; trap "n=\\$((n+1))" INT; echo ready; i=0; while [ $i -lt 50 ]; do sleep 0.1; i=$((i+1)); done; exit $n';
  const main = `require(${JSON.stringify(file)}).runCommand({ command: 'sh', args: ['-c', ${JSON.stringify(script.replaceAll('\\$', '$'))}], env: process.env,
    cloudEnded: new Promise(() => {}), onCloudEnded() {} }).then((code) => (process.exitCode = code))`;
  // A session of its own: this test may itself be run on a terminal.
  const runner = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), '-e', main], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => runner.once('exit', resolve));
  await new Promise((resolve) => runner.stdout.once('data', resolve));
  for (let time = 0; time < 3; time += 1) {
    runner.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  expect(await ended).toBe(1);
}, 20_000);
