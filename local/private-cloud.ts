import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { prepareCloudsFolder } from './clouds-folder';
import { endCommands } from './commands';
import { cloudEnvironment } from './environment';
import { PRIVATE_PREFIX } from './folders';
import { removeDeadClouds } from './leftovers';
import { launchCloud } from './launch';
import { endProcess } from './processes';
import type { Seed } from './seed';
import { terraformEnvironment } from './terraform-environment';

export interface PrivateCloudOptions {
  readonly seed?: Seed;
  /** @default - progress is not reported */
  readonly onProgress?: (step: string) => void;
  /**
   * Environment that the cloud's own is laid over.
   *
   * @default - that of this process
   */
  readonly env?: NodeJS.ProcessEnv;
}

/** A cloud of one process: nobody else uses it, and it ends with that process however that ends. */
export interface PrivateCloud {
  readonly folder: string;
  readonly proxyPort: number;
  readonly pid: number;
  /** For commands that are to run in it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Settles when the cloud has ended, be it by itself. */
  readonly ended: Promise<void>;
  /** Ends it, with the commands that are recorded in it, and removes its folder. */
  stop(): Promise<void>;
}

/** Starts a private cloud in a folder of its own under the repository's `.lz`. */
export async function startPrivateCloud(
  root: string,
  options: PrivateCloudOptions = {},
): Promise<PrivateCloud> {
  const env = options.env ?? process.env;
  const clouds = await prepareCloudsFolder(root);
  await removeDeadClouds(root);
  const folder = path.join(clouds, `${PRIVATE_PREFIX}${process.pid}-${randomBytes(3).toString('hex')}`);
  const { record, daemon } = await launchCloud({
    folder,
    seed: options.seed,
    isPrivate: true,
    onProgress: options.onProgress,
    env,
  });
  const ended = new Promise<void>((resolve) => daemon.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    await endCommands(folder);
    if (daemon.exitCode === null && daemon.signalCode === null) await endProcess(record.pid, 15);
    // Usually nothing is left; after a crash this ends moto and removes the folder.
    await removeDeadClouds(root);
  };
  try {
    const environment = {
      ...(await cloudEnvironment(record, env)),
      ...(await terraformEnvironment(folder, env)),
    };
    return { folder, proxyPort: record.proxyPort, pid: record.pid, environment, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
