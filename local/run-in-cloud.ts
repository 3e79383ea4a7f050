import { prepareCloudsFolder } from './clouds-folder';
import { type CloudAddress, cloudEnvironment } from './environment';
import { cloudStatus, untilCloudEnds } from './cloud-status';
import { sharedCloudFolder } from './folders';
import { MotoClient } from './moto-client';
import { startPrivateCloud } from './private-cloud';
import { runCommand } from './run-command';
import type { CloudRecord } from './registration';
import { type Seed, ensureSeeded } from './seed';
import type { StageAccount } from './stage-account';
import { findTerraform } from './terraform';
import { terraformEnvironment } from './terraform-environment';
import { UserError } from './user-error';

export interface RunInCloudProps {
  /** Folder of the repository whose cloud is meant. */
  readonly root: string;
  readonly command: string;
  readonly args: readonly string[];
  /**
   * Account that the command acts in.
   *
   * @default - the management account
   */
  readonly account?: StageAccount;
  /** What a private cloud holds from the start. State buckets and groups are made in a cloud that is up as well. */
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
export async function runInCloud(props: RunInCloudProps): Promise<number> {
  const { command, args, onNotice } = props;
  if (needsTerraform([command, ...args])) await findTerraform();
  const cloud = await sharedOrPrivate(props);
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

async function sharedOrPrivate({ root, account, seed, onNotice }: RunInCloudProps): Promise<UsedCloud> {
  const folder = sharedCloudFolder(root);
  const status = await cloudStatus(folder);
  switch (status.state) {
    case 'up': {
      await prepareCloudsFolder(root);
      await ensureSeed(status.record, seed?.() ?? {});
      const environment = {
        ...(await cloudEnvironment(status.record)),
        ...(await terraformEnvironment(folder, process.env)),
        ...(account && (await inAccount(status.record, account))),
      };
      return { folder, environment, stop: () => Promise.resolve() };
    }
    case 'starting':
      throw new UserError(
        `the local cloud is still starting (process ${status.record.pid}). Wait for "npx lz local up" to finish`,
      );
    case 'crashed':
      throw new UserError(
        `the local cloud has crashed: ${status.reason}. Start a new one with "npx lz local up", or remove it with "npx lz local down"`,
      );
    case 'down': {
      // A private cloud has no accounts yet, and nobody could deploy into it before the command runs.
      if (account !== undefined) {
        throw new UserError(
          `no local cloud is up in which a stage could have an account. Start one with "npx lz local up" and deploy into it`,
        );
      }
      onNotice(
        'no local cloud is up: starting a private one for this command; it is thrown away afterwards, state included',
      );
      return startPrivateCloud(root, { seed: seed?.() });
    }
  }
}

async function ensureSeed({ moto, managementAccountId }: CloudRecord, seed: Seed): Promise<void> {
  if (moto === undefined || managementAccountId === undefined || !hasSomething(seed)) return;
  // Past the proxy: this is no call of the user's that status should count.
  const client = new MotoClient(moto.port, managementAccountId);
  await ensureSeeded(client, seed).finally(() => client.close());
}

function hasSomething({ stateBuckets = [], groups = [] }: Seed): boolean {
  return stateBuckets.length + groups.length > 0;
}

async function inAccount(cloud: CloudAddress, account: StageAccount): Promise<NodeJS.ProcessEnv> {
  // Only when asked for: the clients take longer to load than most commands to run.
  const { accountEnvironment } = await import('./stage-account');
  return accountEnvironment(cloud, account);
}
