import { rm } from 'node:fs/promises';
import { type Cloud, startCloud } from './cloud';
import { watchCommands } from './command-watch';
import { endCommands } from './commands';
import { type CloudRecord, writeRecord } from './registration';
import type { Seed } from './seed';
import { UserError } from './user-error';

/** What the process that starts the daemon is told, over the channel between them. */
export type DaemonMessage =
  | { readonly kind: 'progress'; readonly step: string }
  | { readonly kind: 'ready'; readonly record: CloudRecord }
  | { readonly kind: 'failed'; readonly message: string; readonly isUserError: boolean };

/** How the daemon is started: the one argument of its command line, as JSON. */
export interface DaemonOptions {
  readonly folder: string;
  readonly seed?: Seed;
  /** A private cloud ends with the process that started it and leaves no folder behind. */
  readonly isPrivate: boolean;
}

/**
 * The process that holds a cloud. It is told to stop by a signal, or by the end of the process that started it:
 * always for a private cloud, and before it is ready for any.
 */
async function main(options: DaemonOptions): Promise<void> {
  let record: CloudRecord = {
    version: 1,
    folder: options.folder,
    pid: process.pid,
    startedAt: new Date().toISOString(),
  };
  const register = async (more: Partial<CloudRecord>): Promise<void> =>
    writeRecord((record = { ...record, ...more }));
  await register({});

  let isReady = false;
  let isLeaving = false;
  const leave = async (cloud: Promise<Cloud>, code: number): Promise<void> => {
    if (isLeaving) return;
    isLeaving = true;
    await cloud.then((started) => started.stop()).catch(() => undefined);
    // `lz local down` removes the folder of a shared cloud, so that it can say so.
    if (options.isPrivate) await rm(options.folder, { recursive: true, force: true });
    process.exit(code);
  };

  const starting = startCloud({
    folder: options.folder,
    seed: options.seed,
    onMoto: (moto) => register({ moto }),
    onProgress: (step) => tell({ kind: 'progress', step }),
  });
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void leave(starting, 0));
  process.on('SIGHUP', () => undefined);
  // A bug must not leave moto running behind it. The log has the reason.
  for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(name, (error: unknown) => {
      console.error(error);
      void leave(starting, 1);
    });
  }
  process.on('disconnect', () => {
    if (!options.isPrivate && isReady) return;
    // Nobody else can end the command of a private cloud whose lz process is gone, and it has no cloud any more.
    void endCommands(options.folder).finally(() => leave(starting, 1));
  });
  watchCommands(options.folder, (what) => console.error(what));

  try {
    const cloud = await starting;
    await register({ proxyPort: cloud.proxyPort, managementAccountId: cloud.managementAccountId });
    isReady = true;
    tell({ kind: 'ready', record });
  } catch (error) {
    const isUserError = error instanceof UserError;
    tell({
      kind: 'failed',
      isUserError,
      message: isUserError ? error.message : String((error as Error).stack ?? error),
    });
    await leave(starting, 1);
  }
}

function tell(message: DaemonMessage): void {
  if (process.connected) process.send?.(message);
}

void main(JSON.parse(process.argv[2] ?? '{}') as DaemonOptions);
