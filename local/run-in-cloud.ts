import { cloudEnvironment } from './environment';
import { cloudStatus, untilCloudEnds } from './cloud-status';
import { repositoryRoot, sharedCloudFolder } from './folders';
import { startPrivateCloud } from './private-cloud';
import { runCommand } from './run-command';
import type { Seed } from './seed';
import { findTerraform } from './terraform';
import { terraformEnvironment } from './terraform-environment';
import { UserError } from './user-error';

export interface RunInCloudProps {
  readonly command: string;
  readonly args: readonly string[];
  /** What a private cloud holds from the start; asked only when one is started. */
  readonly seed?: () => Seed;
  /** Told what the user should know besides the command's own output. */
  readonly onNotice: (text: string) => void;
}

interface UsedCloud {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Runs a command in the repository's cloud, or in a private one when none is up, and gives its exit code. */
export async function runInCloud({ command, args, seed, onNotice }: RunInCloudProps): Promise<number> {
  if (needsTerraform([command, ...args])) await findTerraform();
  const cloud = await sharedOrPrivate(onNotice, seed);
  const watch = new AbortController();
  try {
    return await runCommand({
      command,
      args,
      env: cloud.environment,
      cloudFolder: cloud.folder,
      cloudEnded: untilCloudEnds(cloud.folder, watch.signal),
      onCloudEnded: (reason) =>
        onNotice(`the local cloud has ended while the command was running: ${reason}. Ending the command`),
    });
  } finally {
    watch.abort();
    await cloud.stop();
  }
}

/** Whether the words of a command run Terraform: a missing one is better told before a cloud is started. */
function needsTerraform(words: readonly string[]): boolean {
  return words.some((word) => /(?:^|\/)(?:cdktf|terraform)$/.test(word));
}

async function sharedOrPrivate(onNotice: (text: string) => void, seed?: () => Seed): Promise<UsedCloud> {
  const root = repositoryRoot(process.cwd());
  const folder = sharedCloudFolder(root);
  const status = await cloudStatus(folder);
  switch (status.state) {
    case 'up': {
      const environment = {
        ...(await cloudEnvironment(status.record)),
        ...(await terraformEnvironment(folder, process.env)),
      };
      return { folder, environment, stop: () => Promise.resolve() };
    }
    case 'starting':
      throw new UserError(
        `the local cloud is still starting (process ${status.record.pid}). Wait for "lz local up" to finish`,
      );
    case 'crashed':
      throw new UserError(
        `the local cloud has crashed: ${status.reason}. Start a new one with "lz local up", or remove it with "lz local down"`,
      );
    case 'down': {
      onNotice(
        'no local cloud is up: starting a private one for this command; it is thrown away afterwards, state included',
      );
      return startPrivateCloud(root, { seed: seed?.() });
    }
  }
}
