import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { PRIVATE_PREFIX, cloudsFolder } from './folders';
import { stopMoto } from './moto';
import { isDaemonRunning, isMotoRunning, readRecord } from './registration';

/** A folder this young may belong to a cloud that has not written its record yet. */
const BIRTH_SECONDS = 30;

/** Ends what a dead cloud has left running and removes its folder. Says what it did, in words. */
export async function removeDeadCloud(folder: string): Promise<string[]> {
  const removed: string[] = [];
  const record = await readRecord(folder);
  if (record?.moto !== undefined && (await isMotoRunning(record))) {
    await stopMoto(record.moto);
    removed.push(`stopped its emulator, still running as process ${record.moto.pid}`);
  }
  if (record !== undefined) removed.push(`removed its record of ${record.startedAt}`);
  const entries: string[] = await readdir(folder).catch(() => []);
  if (entries.includes('.state')) removed.push('removed its Terraform state');
  if (entries.includes('cdktf.out')) removed.push('removed its cdktf output');
  await rm(folder, { recursive: true, force: true });
  return removed;
}

/** Removes the private clouds under a repository whose process has ended. Clouds in use are left alone. */
export async function removeDeadClouds(root: string): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await readdir(cloudsFolder(root)).catch(() => [])) {
    if (!name.startsWith(PRIVATE_PREFIX)) continue;
    const folder = path.join(cloudsFolder(root), name);
    const record = await readRecord(folder);
    if (record !== undefined ? await isDaemonRunning(record) : await isYoung(folder)) continue;
    await removeDeadCloud(folder);
    removed.push(folder);
  }
  return removed;
}

async function isYoung(folder: string): Promise<boolean> {
  const changed = await stat(folder).catch(() => undefined);
  return changed !== undefined && Date.now() - changed.mtimeMs < BIRTH_SECONDS * 1000;
}
