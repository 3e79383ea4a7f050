import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';
import { notWritable, prepareCloudsFolder } from './clouds-folder';
import type { MotoProcess } from './moto';
import { isRunning } from './processes';
import { UserError } from './user-error';

/** The record of a cloud, `cloud.json` in its folder: enough to use it, to stop it and to clean up after it. */
export interface CloudRecord {
  readonly version: 1;
  readonly folder: string;
  /** Process that holds the proxy and watches over moto. */
  readonly pid: number;
  /** ISO time. */
  readonly startedAt: string;
  /** Missing while the cloud is starting. */
  readonly proxyPort?: number;
  /** Missing until moto's process exists. */
  readonly moto?: MotoProcess;
  /** Missing while the cloud is starting. */
  readonly managementAccountId?: string;
}

const FILE = 'cloud.json';

export async function writeRecord(record: CloudRecord): Promise<void> {
  await writeFileAtomic(path.join(record.folder, FILE), `${JSON.stringify(record, null, 2)}\n`);
}

/** The record in a folder; undefined when there is none or it is none of ours. */
export async function readRecord(folder: string): Promise<CloudRecord | undefined> {
  const text = await readFile(path.join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const record = JSON.parse(text) as Partial<CloudRecord>;
    return record.version === 1 && typeof record.pid === 'number'
      ? ({ ...record, folder } as CloudRecord)
      : undefined;
  } catch {
    return undefined;
  }
}

export async function removeRecord(folder: string): Promise<void> {
  await rm(path.join(folder, FILE), { force: true });
}

/** Whether the process that holds the cloud lives. Its pid alone proves nothing: it may be another's by now. */
export async function isDaemonRunning(record: CloudRecord): Promise<boolean> {
  return isRunning(record.pid, 'daemon', record.folder);
}

/** Whether the recorded moto process lives and is really that moto. */
export async function isMotoRunning({ moto }: CloudRecord): Promise<boolean> {
  return moto !== undefined && isRunning(moto.pid, 'moto', String(moto.port));
}

const LOCK_PATIENCE_SECONDS = 30;

/** Runs a change of the clouds under a repository while no other process makes one. */
export async function withLock<Result>(root: string, change: () => Promise<Result>): Promise<Result> {
  const folder = await prepareCloudsFolder(root);
  const release = await acquireLock(folder);
  try {
    return await change();
  } finally {
    await release();
  }
}

async function acquireLock(folder: string): Promise<() => Promise<void>> {
  const lock = path.join(folder, 'local.lock');
  const deadline = Date.now() + LOCK_PATIENCE_SECONDS * 1000;
  for (;;) {
    try {
      return await lockfile.lock(folder, { lockfilePath: lock, stale: 10_000 });
    } catch (error) {
      // Only a lock that somebody holds is free after a while.
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw await notWritable(folder, error);
    }
    if (Date.now() > deadline) {
      throw new UserError(
        `another lz command is starting or stopping the local cloud and has not finished within ${LOCK_PATIENCE_SECONDS} s. Try again, or end that command (lock: ${lock})`,
      );
    }
    await sleep(500);
  }
}
