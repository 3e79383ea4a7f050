import { existsSync } from 'node:fs';
import path from 'node:path';
import { type UsableRecord, cloudStatus } from './cloud-status';
import { runningCommands } from './commands';
import { cloudsFolder, sharedCloudFolder } from './folders';
import { launchCloud } from './launch';
import { removeDeadCloud, removeDeadClouds } from './leftovers';
import { endProcess } from './processes';
import { isDaemonRunning, readRecord, withLock } from './registration';
import type { Seed } from './seed';
import { UserError } from './user-error';

export interface StartSharedCloudProps {
  readonly root: string;
  /** What the cloud holds from the start. */
  readonly seed?: Seed;
  /** Told what a crash has left and what became of it, line by line. */
  readonly onCleaned: (what: string) => void;
  readonly onProgress: (step: string) => void;
}

/** Starts the repository's cloud in the background, after cleaning up what crashes have left. */
export async function startSharedCloud({
  root,
  seed,
  onCleaned,
  onProgress,
}: StartSharedCloudProps): Promise<UsableRecord> {
  const folder = sharedCloudFolder(root);
  return withLock(root, async () => {
    const status = await cloudStatus(folder);
    if (status.state === 'up' || status.state === 'starting') {
      const since = new Date(status.record.startedAt).toLocaleString();
      throw new UserError(
        `the local cloud is already up, since ${since} (process ${status.record.pid}). Use it with "npx lz local exec -- COMMAND", or end it with "npx lz local down"`,
      );
    }
    for (const what of await removeLost(root)) onCleaned(what);
    if (existsSync(folder)) {
      onCleaned(`the last local cloud has crashed${status.state === 'crashed' ? `: ${status.reason}` : ''}`);
      for (const what of await endCloud(folder)) onCleaned(`  ${what}`);
    }
    const { record, daemon } = await launchCloud({ folder, seed, isPrivate: false, onProgress }).catch(
      async (error: unknown) => {
        await endCloud(folder);
        throw error;
      },
    );
    // From here on it lives without us.
    daemon.disconnect();
    daemon.unref();
    return record;
  });
}

/** Stops the repository's cloud and removes everything of it. Says what it did; nothing when there was none. */
export async function stopSharedCloud(root: string): Promise<string[]> {
  if (!existsSync(cloudsFolder(root))) return [];
  const folder = sharedCloudFolder(root);
  return withLock(root, async () => {
    const lost = await removeLost(root);
    return existsSync(folder) ? [...(await endCloud(folder)), ...lost] : lost;
  });
}

async function removeLost(root: string): Promise<string[]> {
  const lost = await removeDeadClouds(root);
  return lost.flatMap(({ folder, ended }) => [
    `removed ${path.relative(root, folder)}, the private cloud of a command that was killed`,
    ...ended.map((what) => `  ${what}`),
  ]);
}

async function endCloud(folder: string): Promise<string[]> {
  const [record, commands] = await Promise.all([readRecord(folder), runningCommands(folder)]);
  const done: string[] = [];
  if (record !== undefined && (await isDaemonRunning(record))) {
    await endProcess(record.pid, 15);
    done.push(`stopped its process ${record.pid}`);
  }
  return [...done, ...(await removeDeadCloud(folder, commands))];
}
