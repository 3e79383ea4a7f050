import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import { type ProcessId, endTree, lives, processId } from './processes';

/** Seconds that a command gets to finish when it is ended: Terraform writes its state and frees its lock. */
export const COMMAND_GRACE_SECONDS = 10;

/** A command that runs in a cloud, recorded so that it can be ended when nobody watches over it any more. */
export interface CloudCommand {
  readonly process: ProcessId;
  /** The lz process that has started it and watches over it. */
  readonly owner: ProcessId;
  /** As it was typed. */
  readonly text: string;
}

/** A recorded command that is running. */
export interface RunningCommand extends CloudCommand {
  readonly folder: string;
  /** False once the lz process that started it was killed. */
  readonly hasOwner: boolean;
}

/** Records a child of this process as a command of a cloud. Gives what forgets it when it has ended. */
export async function recordCommand(
  folder: string,
  pid: number,
  words: readonly string[],
): Promise<() => Promise<void>> {
  const [command, owner] = await Promise.all([processId(pid), processId(process.pid)]);
  if (command === undefined || owner === undefined) return () => Promise.resolve();
  const record: CloudCommand = { process: command, owner, text: words.join(' ') };
  await mkdir(commandsFolder(folder), { recursive: true });
  await writeFileAtomic(fileOf(folder, pid), `${JSON.stringify(record)}\n`);
  return () => rm(fileOf(folder, pid), { force: true });
}

/** The commands that run in a cloud. Forgets those that have ended unseen. */
export async function runningCommands(folder: string): Promise<RunningCommand[]> {
  const names = await readdir(commandsFolder(folder)).catch((): string[] => []);
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        const command = await read(path.join(commandsFolder(folder), name));
        if (command === undefined) return undefined;
        const [isRunning, hasOwner] = await Promise.all([lives(command.process), lives(command.owner)]);
        if (isRunning) return { ...command, folder, hasOwner };
        if (!hasOwner) await rm(path.join(commandsFolder(folder), name), { force: true });
        return undefined;
      }),
  );
  return found.filter((command) => command !== undefined);
}

/** Ends a command with everything it has started and forgets it. */
export async function endCommand(command: RunningCommand, graceSeconds: number): Promise<void> {
  await endTree(command.process, graceSeconds);
  await rm(fileOf(command.folder, command.process.pid), { force: true });
}

/** Ends whatever runs in a cloud, at once: it is about to be thrown away. */
export async function endCommands(folder: string): Promise<void> {
  await Promise.all((await runningCommands(folder)).map((command) => endCommand(command, 0)));
}

/**
 * Ends the commands of a cloud that is gone, and says what they were. A command whose owner lives is left to it for
 * as long as the owner gives it, because the owner tells the user what has happened.
 */
export async function endCommandsOfDeadCloud(commands: readonly RunningCommand[]): Promise<string[]> {
  return Promise.all(
    commands.map(async (command) => {
      const deadline = Date.now() + (COMMAND_GRACE_SECONDS + 2) * 1000;
      while (command.hasOwner && Date.now() < deadline && (await lives(command.process))) await sleep(100);
      await endCommand(command, 0);
      return `ended its command "${command.text}" (process ${command.process.pid})`;
    }),
  );
}

function commandsFolder(folder: string): string {
  return path.join(folder, 'commands');
}

function fileOf(folder: string, pid: number): string {
  return path.join(commandsFolder(folder), `${pid}.json`);
}

async function read(file: string): Promise<CloudCommand | undefined> {
  // It may be forgotten at any moment.
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as CloudCommand);
}
