import { existsSync } from 'node:fs';
import path from 'node:path';
import { type UsableRecord, cloudStatus } from './cloud-status';
import { cloudsFolder, sharedCloudFolder } from './folders';
import { launchCloud } from './launch';
import { removeDeadCloud, removeDeadClouds } from './leftovers';
import { endProcess } from './processes';
import { isDaemonRunning, readRecord, withLock } from './registration';
import { UserError } from './user-error';

export interface StartSharedCloudProps {
  readonly root: string;
  /** Told each thing that a crash has left and that was removed. */
  readonly onCleaned: (what: string) => void;
  readonly onProgress: (step: string) => void;
}

/** Starts the repository's cloud in the background, after cleaning up what crashes have left. */
export async function startSharedCloud({
  root,
  onCleaned,
  onProgress,
}: StartSharedCloudProps): Promise<UsableRecord> {
  const folder = sharedCloudFolder(root);
  return withLock(cloudsFolder(root), async () => {
    const status = await cloudStatus(folder);
    if (status.state === 'up' || status.state === 'starting') {
      const since = new Date(status.record.startedAt).toLocaleString();
      throw new UserError(
        `the local cloud is already up, since ${since} (process ${status.record.pid}). Use it with "lz local exec -- COMMAND", or end it with "lz local down"`,
      );
    }
    for (const lost of await removeDeadClouds(root))
      onCleaned(`a private cloud whose command was killed: ${path.relative(root, lost)}`);
    if (existsSync(folder)) {
      const { left, reason } = await endCloud(folder, status.state === 'crashed' ? status.reason : undefined);
      for (const what of left) onCleaned(`the local cloud that crashed${reason}: ${what}`);
    }
    const { record, daemon } = await launchCloud({ folder, isPrivate: false, onProgress }).catch(
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

/** Stops the repository's cloud and removes everything of it. Says what was removed; nothing when there was none. */
export async function stopSharedCloud(root: string): Promise<string[]> {
  if (!existsSync(cloudsFolder(root))) return [];
  const folder = sharedCloudFolder(root);
  return withLock(cloudsFolder(root), async () => {
    const lost = (await removeDeadClouds(root)).map(
      (dead) => `a private cloud whose command was killed: ${path.relative(root, dead)}`,
    );
    return existsSync(folder) ? [...(await endCloud(folder)).left, ...lost] : lost;
  });
}

async function endCloud(folder: string, crash?: string): Promise<{ left: string[]; reason: string }> {
  const record = await readRecord(folder);
  const left: string[] = [];
  if (record !== undefined && (await isDaemonRunning(record))) {
    await endProcess(record.pid, 15);
    left.push(`process ${record.pid}`);
  }
  left.push(...(await removeDeadCloud(folder)));
  return { left, reason: crash === undefined ? '' : ` (${crash})` };
}
