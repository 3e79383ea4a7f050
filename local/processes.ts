import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The command line of a process; undefined when there is none (a zombie, waiting for its parent, has none).
 * Only this tells a process of ours from another that was given its pid later.
 */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  const line =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').then((text) => text.replaceAll('\0', ' '), () => '')
      : await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(({ stdout }) => stdout, () => ''); // prettier-ignore
  return line.trim() || undefined;
}

/** Whether a process runs whose command line holds all these words. */
export async function isRunning(pid: number, ...words: string[]): Promise<boolean> {
  const line = await commandLineOf(pid);
  return line !== undefined && words.every((word) => line.includes(word));
}

/** Sends a signal; a process that is gone already is none of our worry. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // ESRCH: it has ended by itself.
  }
}

/** Ends a process and waits for it: SIGTERM first, SIGKILL after the grace. */
export async function endProcess(pid: number, graceSeconds: number): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await hasEndedWithin(pid, graceSeconds)) return;
  signal(pid, 'SIGKILL');
  await hasEndedWithin(pid, 5);
}

/** Ends a process that leads a group of its own, with the whole group. */
export async function killGroup(leader: number): Promise<void> {
  signal(-leader, 'SIGTERM');
  await hasEndedWithin(leader, 3);
  signal(-leader, 'SIGKILL');
  await hasEndedWithin(leader, 5);
}

/** A process and everything it has started, children after their parents. */
export async function processTree(root: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const rows = stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number)); // prettier-ignore
  const tree = [root];
  for (const parent of tree)
    for (const [pid, ppid] of rows) if (pid !== undefined && ppid === parent) tree.push(pid);
  return tree;
}

async function hasEndedWithin(pid: number, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while ((await commandLineOf(pid)) !== undefined) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}
