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

/** A process, told from every other that has had or will have its pid. */
export interface ProcessId {
  readonly pid: number;
  /** When it began, in the words of the system: one pid never begins twice in the same moment. */
  readonly born: string;
}

/** Names a running process; undefined when there is none, or only a zombie. */
export async function processId(pid: number): Promise<ProcessId | undefined> {
  const born = process.platform === 'linux' ? await startOnLinux(pid) : await startFromPs(pid);
  return born === undefined ? undefined : { pid, born };
}

/** Whether that very process is still running. */
export async function lives({ pid, born }: ProcessId): Promise<boolean> {
  return (await processId(pid))?.born === born;
}

async function startOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name, in parentheses, may hold spaces. After it: the state, and 19 fields on the start in ticks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return /^[ZX]/.test(fields[0] ?? '') ? undefined : fields[19];
}

async function startFromPs(pid: number): Promise<string | undefined> {
  const line = await run('ps', ['-o', 'state=,lstart=', '-p', String(pid)]).then(({ stdout }) => stdout.trim(), () => ''); // prettier-ignore
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
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

/** Kills a process that leads a group of its own, with the whole group; for what has nothing to put in order. */
export async function killGroup(leader: number): Promise<void> {
  signal(-leader, 'SIGKILL');
  await hasEndedWithin(leader, 5);
}

/** Seconds that a process gets to act on a signal, or to hand it on, before what it has started gets one as well. */
const SECONDS_PER_LEVEL = 2;

/**
 * Ends a process and everything it has started: by SIGINT, and by SIGKILL what is left after the grace; by SIGKILL
 * at once when there is none.
 *
 * SIGINT goes from the top down and no further than it has to: cdktf hands it on to Terraform, and a second one makes
 * Terraform stop without writing its state. A shell hands nothing on.
 */
export async function endTree(root: ProcessId, graceSeconds: number): Promise<void> {
  if (!(await lives(root))) return;
  // Remembered one by one: what outlives its parent can no longer be found through it.
  const levels = await Promise.all((await processLevels(root.pid)).map(named));
  const tree = levels.flat();
  const deadline = Date.now() + graceSeconds * 1000;
  const left = (): number => Math.max(0, (deadline - Date.now()) / 1000);
  for (const level of levels) {
    if (left() === 0) break;
    for (const { pid } of level) signal(pid, 'SIGINT');
    await allEndedWithin(level, Math.min(SECONDS_PER_LEVEL, left()));
    if ((await living(level)).length < level.length) break;
  }
  await allEndedWithin(tree, left());
  for (const { pid } of await living(tree))
    for (const started of await processTree(pid)) signal(started, 'SIGKILL');
  await allEndedWithin(tree, 5);
}

async function named(pids: readonly number[]): Promise<ProcessId[]> {
  const found = await Promise.all(pids.map(processId));
  return found.filter((one) => one !== undefined);
}

async function allEndedWithin(processes: readonly ProcessId[], seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while ((await living(processes)).length > 0 && Date.now() < deadline) await sleep(25);
}

async function living(processes: readonly ProcessId[]): Promise<ProcessId[]> {
  const answers = await Promise.all(processes.map(lives));
  return processes.filter((_, index) => answers[index]);
}

/** A process and everything it has started, children after their parents. */
export async function processTree(root: number): Promise<number[]> {
  return (await processLevels(root)).flat();
}

/** A process, its children, their children, and so on. */
async function processLevels(root: number): Promise<number[][]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const rows = stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number)); // prettier-ignore
  const levels = [[root]];
  for (const parents of levels) {
    const children = rows.flatMap(([pid, ppid]) => (pid !== undefined && ppid !== undefined && parents.includes(ppid) ? [pid] : [])); // prettier-ignore
    if (children.length > 0) levels.push(children);
  }
  return levels;
}

async function hasEndedWithin(pid: number, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while ((await commandLineOf(pid)) !== undefined) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}
