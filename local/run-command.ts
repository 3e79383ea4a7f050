import { type ChildProcess, spawn } from 'node:child_process';
import os from 'node:os';
import { COMMAND_GRACE_SECONDS, recordCommand } from './commands';
import { processTree, signal } from './processes';

export interface RunCommandProps {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** @default - that of this process */
  readonly cwd?: string;
  /**
   * Folder of the cloud that the command is recorded in while it runs.
   *
   * @default - it is not recorded, and outlives this process when that is killed
   */
  readonly cloudFolder?: string;
  /** Settles with the reason when the cloud has ended while the command was running. */
  readonly cloudEnded: Promise<string>;
  /** Told when the command is ended because the cloud is gone. */
  readonly onCloudEnded: (reason: string) => void;
  /**
   * Seconds that the command gets to finish when its cloud is gone.
   *
   * @default 10
   */
  readonly graceSeconds?: number;
}

/** Exit code of a command that cannot be started, as a shell gives it. */
const NOT_FOUND = 127;

/**
 * Runs a command with this terminal and gives its exit code: 128 and the signal's number when a signal ended it,
 * 1 when its cloud ended first.
 */
export async function runCommand(props: RunCommandProps): Promise<number> {
  // Before the command exists: a signal in between would end us and leave it behind.
  const forwarding = forwardSignals();
  const child = spawn(props.command, props.args, { env: props.env, cwd: props.cwd, stdio: 'inherit' });
  forwarding.to(child);
  const forget = record(props, child.pid);
  let isAbandoned = false;
  let kill: NodeJS.Timeout | undefined;
  let hasEnded = false;
  const abandon = (reason: string): void => {
    if (hasEnded) return;
    isAbandoned = true;
    props.onCloudEnded(reason);
    child.kill('SIGINT');
    kill = setTimeout(() => void killTree(child), (props.graceSeconds ?? COMMAND_GRACE_SECONDS) * 1000);
  };
  // A watch that was called off says nothing about the cloud.
  props.cloudEnded.then(abandon, () => undefined);
  try {
    const code = await exitCodeOf(child);
    return isAbandoned ? 1 : code;
  } finally {
    hasEnded = true;
    clearTimeout(kill);
    forwarding.stop();
    await (
      await forget
    )();
  }
}

/** A command that cannot be recorded, because the disk is full, is run all the same. */
async function record(props: RunCommandProps, pid: number | undefined): Promise<() => Promise<void>> {
  const nothing = (): Promise<void> => Promise.resolve();
  if (props.cloudFolder === undefined || pid === undefined) return nothing;
  return recordCommand(props.cloudFolder, pid, [props.command, ...props.args]).catch(() => nothing);
}

function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'EACCES') return reject(error);
      process.stderr.write(
        `lz: ${child.spawnfile}: ${error.code === 'ENOENT' ? 'command not found' : 'permission denied'}\n`,
      );
      resolve(error.code === 'ENOENT' ? NOT_FOUND : NOT_FOUND - 1);
    });
    child.once('exit', (code, name) =>
      resolve(code ?? 128 + (name === null ? 0 : os.constants.signals[name])),
    );
  });
}

/**
 * Hands signals on to the command. Ctrl-C on a terminal reaches the command by itself, and Terraform takes a
 * second SIGINT for "stop at once, save nothing": so there it is only kept from ending us first.
 */
function forwardSignals(): { to(child: ChildProcess): void; stop(): void } {
  const isOnTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  let interrupts = 0;
  let child: ChildProcess | undefined;
  const handlers: Array<[NodeJS.Signals, () => void]> = [
    ['SIGINT', () => void (!isOnTerminal && interrupts++ === 0 && child?.kill('SIGINT'))],
    ['SIGTERM', () => void child?.kill('SIGTERM')],
    ['SIGHUP', () => void child?.kill('SIGHUP')],
  ];
  for (const [name, handler] of handlers) process.on(name, handler);
  return {
    to: (command) => {
      child = command;
    },
    stop: () => {
      for (const [name, handler] of handlers) process.off(name, handler);
    },
  };
}

async function killTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  for (const pid of await processTree(child.pid)) signal(pid, 'SIGKILL');
}
