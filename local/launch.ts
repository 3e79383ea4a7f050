import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { logsOf } from './cloud-files';
import type { DaemonMessage, DaemonOptions } from './daemon';
import type { CloudRecord } from './registration';
import { UserError } from './user-error';

export interface LaunchOptions extends DaemonOptions {
  /** @default - progress is not reported */
  readonly onProgress?: (step: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** A cloud that has just been started in a process of its own. */
export interface LaunchedCloud {
  readonly record: CloudRecord & { readonly proxyPort: number };
  readonly daemon: ChildProcess;
}

/** Starts a cloud in a background process with its own session and waits until it is ready. */
export async function launchCloud({ onProgress, env, ...options }: LaunchOptions): Promise<LaunchedCloud> {
  await mkdir(options.folder, { recursive: true });
  const log = openSync(logsOf(options.folder).daemon, 'a');
  const daemon = spawn(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), path.join(__dirname, 'daemon.ts'), JSON.stringify(options)],
    // Detached: neither Ctrl-C nor the end of the terminal reaches it.
    { cwd: options.folder, env: env ?? process.env, detached: true, stdio: ['ignore', log, log, 'ipc'] },
  );
  closeSync(log);
  return new Promise<LaunchedCloud>((resolve, reject) => {
    daemon.on('message', (message: DaemonMessage) => {
      if (message.kind === 'progress') onProgress?.(message.step);
      if (message.kind === 'ready') resolve({ record: complete(message.record), daemon });
      if (message.kind === 'failed')
        reject(message.isUserError ? new UserError(message.message) : new Error(message.message));
    });
    daemon.once('error', reject);
    daemon.once('exit', (code, signal) =>
      reject(
        new UserError(
          `the local cloud ended while it was starting (${signal ?? `exit code ${code}`}); see ${logsOf(options.folder).daemon}`,
        ),
      ),
    );
  });
}

function complete(record: CloudRecord): LaunchedCloud['record'] {
  if (record.proxyPort === undefined)
    throw new Error('the daemon says that it is ready but not on which port');
  return { ...record, proxyPort: record.proxyPort };
}
