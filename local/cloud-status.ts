import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudHealth } from './cloud';
import { type CloudLogs, logsOf } from './cloud-files';
import { type CloudRecord, isDaemonRunning, readRecord } from './registration';
import { STATUS_PATH } from './status-path';

/** How the cloud in a folder is. */
export type CloudStatus =
  | { readonly state: 'down' }
  | { readonly state: 'starting'; readonly record: CloudRecord }
  | {
      readonly state: 'crashed';
      readonly record: CloudRecord;
      readonly reason: string;
      readonly logs: CloudLogs;
    }
  | {
      readonly state: 'up';
      readonly record: UsableRecord;
      readonly health: CloudHealth;
      readonly logs: CloudLogs;
    };

/** The record of a cloud that has finished starting. */
export type UsableRecord = CloudRecord & { readonly proxyPort: number };

const WATCH_INTERVAL_MS = 500;

export async function cloudStatus(folder: string): Promise<CloudStatus> {
  const record = await readRecord(folder);
  if (record === undefined) return { state: 'down' };
  const logs = logsOf(folder);
  const crashed = (reason: string): CloudStatus => ({ state: 'crashed', record, reason, logs });
  const isGone = async (): Promise<boolean> => !(await isDaemonRunning(record));
  const gone = `its process ${record.pid} is gone`;
  if (await isGone()) return crashed(gone);
  if (record.proxyPort === undefined) return { state: 'starting', record };
  const health = await askHealth(record.proxyPort);
  if (health === undefined && (await isGone())) return crashed(gone);
  if (health?.folder !== folder) return crashed(`it does not answer on port ${record.proxyPort}`);
  if (health.failure !== undefined) return crashed(health.failure);
  return { state: 'up', record: { ...record, proxyPort: record.proxyPort }, health, logs };
}

/** Waits until a cloud has ended or stopped working, and says why. Give it a signal to stop waiting. */
export async function untilCloudEnds(folder: string, stopWaiting: AbortSignal): Promise<string> {
  for (;;) {
    await sleep(WATCH_INTERVAL_MS, undefined, { signal: stopWaiting });
    const status = await cloudStatus(folder);
    if (status.state === 'crashed') return status.reason;
    if (status.state === 'down') return 'it was taken down';
  }
}

async function askHealth(port: number): Promise<CloudHealth | undefined> {
  // A busy proxy may take its time; one that hangs is as good as dead.
  return fetch(`http://127.0.0.1:${port}${STATUS_PATH}`, { signal: AbortSignal.timeout(10_000) })
    .then(async (response) => (await response.json()) as CloudHealth)
    .catch(() => undefined);
}
