import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type RunningCommand, endCommandsOfDeadCloud, runningCommands } from './commands';
import { PRIVATE_PREFIX, cloudsFolder } from './folders';
import { stopMoto } from './moto';
import { isDaemonRunning, isMotoRunning, readRecord, removeRecord } from './registration';

/** A folder this young may belong to a cloud that has not written its record yet. */
const BIRTH_SECONDS = 30;

/**
 * Ends what a dead cloud has left running and removes its folder. Says what it did, in words.
 *
 * @param commands those that ran when the cloud ended: some end by themselves as soon as they notice
 */
export async function removeDeadCloud(
  folder: string,
  commands?: readonly RunningCommand[],
): Promise<string[]> {
  const removed: string[] = [];
  const record = await readRecord(folder);
  if (record?.moto !== undefined && (await isMotoRunning(record))) {
    await stopMoto(record.moto);
    removed.push(`stopped its emulator, still running as process ${record.moto.pid}`);
  }
  // First of the files: by it the commands that are still running learn that the cloud is gone.
  await removeRecord(folder);
  if (record !== undefined) removed.push(`removed its record of ${record.startedAt}`);
  removed.push(...(await endCommandsOfDeadCloud(commands ?? (await runningCommands(folder)))));
  const entries: string[] = await readdir(folder).catch(() => []);
  if (entries.includes('.state')) removed.push('removed its Terraform state');
  if (entries.includes('cdktf.out')) removed.push('removed its cdktf output');
  await rm(folder, { recursive: true, force: true });
  return removed;
}

/** A private cloud that was removed, and what else there was to do for it, in words. */
export interface RemovedCloud {
  readonly folder: string;
  readonly ended: readonly string[];
}

/** Removes the private clouds under a repository whose process has ended. Clouds in use are left alone. */
export async function removeDeadClouds(root: string): Promise<RemovedCloud[]> {
  const removed: RemovedCloud[] = [];
  for (const name of await readdir(cloudsFolder(root)).catch(() => [])) {
    if (!name.startsWith(PRIVATE_PREFIX)) continue;
    const folder = path.join(cloudsFolder(root), name);
    if (await isInUse(folder)) continue;
    const done = await removeDeadCloud(folder);
    removed.push({ folder, ended: done.filter((what) => what.startsWith('ended ')) });
  }
  return removed;
}

async function isInUse(folder: string): Promise<boolean> {
  const record = await readRecord(folder);
  if (record !== undefined ? await isDaemonRunning(record) : await isYoung(folder)) return true;
  // Its lz process lives: it ends its command and removes the folder itself.
  return (await runningCommands(folder)).some(({ hasOwner }) => hasOwner);
}

async function isYoung(folder: string): Promise<boolean> {
  const changed = await stat(folder).catch(() => undefined);
  return changed !== undefined && Date.now() - changed.mtimeMs < BIRTH_SECONDS * 1000;
}
