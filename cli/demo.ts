import type { Command } from 'commander';
import type { ListrTask } from 'listr2';
import type { PrivateCloud } from '../local';
import type { DeployedStage } from './demo/read-back';

/** What the steps of the demo hand on to each other. */
interface DemoContext {
  /** Set as soon as it is being started: whoever stops in between has to wait for it. */
  starting?: Promise<PrivateCloud>;
  /** Folder that the stage is deployed from. */
  folder: string;
  /** Whether what is in the cloud's output folder was synthesised from that folder. */
  isSynthesised: boolean;
  deployed?: DeployedStage;
}

/** The stage that the demo deploys unless told otherwise. */
const DEFAULT_STAGE = 'sandbox';

/**
 * Terraform does ten things at once unless told otherwise. The provider waits most of the time, 55 seconds for the
 * lifecycle of each bucket, and the local cloud throttles nobody.
 */
const PARALLELISM = ['--terraform-parallelism', '40'];

/** The lock that Terraform has just written is for this machine, which is all that the demo runs on. */
const LOCKED = '--skip-provider-lock';

/** What Terraform says when an account is there; cdktf puts the path of the construct after some addresses. */
const ACCOUNT_MADE = /aws_organizations_account\..+: Creation complete/;

/** Source: the fixed delay of `aws_ec2_client_vpn_network_association` in AWS provider 5.100.0. */
const VPN_TAKES = 'the AWS provider waits four minutes for its association, whatever AWS says';

/** `lz demo`: the whole product once, on this machine, from nothing to an account with its network. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('deploy a stage into a private local cloud, read it back, and throw it away')
    .option('--stage <stage>', 'stage to deploy', DEFAULT_STAGE)
    .option('--vpn', `give the stage a Client VPN as well; ${VPN_TAKES}`)
    .action(demo);
}

async function demo(options: { stage: string; vpn?: boolean }): Promise<void> {
  const [{ loadConfig }, { repositoryRoot }] = await Promise.all([
    import('../config'),
    import('../local/folders'),
  ]);
  const root = repositoryRoot(process.cwd());
  const { stages } = loadConfig(root);
  const environment = stages.find(({ stage }) => stage === options.stage);
  if (!environment) {
    const { unknownStage } = await import('./unknown-stage');
    throw unknownStage(
      options.stage,
      stages.map(({ stage }) => stage),
    );
  }

  const [{ Listr }, { Interruption }] = await Promise.all([import('listr2'), import('./demo/interruption')]);
  const context: DemoContext = { folder: root, isSynthesised: false };
  const interruption = new Interruption();
  const steps: { title: string; seconds: number }[] = [];
  const timed = (
    title: string,
    step: (progress: (line: string) => void) => Promise<void>,
    after?: Promise<void>,
  ): ListrTask => ({
    title,
    task: async (_, task) => {
      if (after) await interruption.orDone(after);
      const started = performance.now();
      const work = step((line) => {
        // The list takes no more of what goes on behind an interruption.
        if (interruption.exitCode === undefined) task.output = line;
      });
      try {
        await interruption.orDone(work);
      } catch (error) {
        if (interruption.exitCode !== undefined) throw error;
        // The list says only where it went wrong: the message, up to forty lines, comes once, after it.
        throw new Error('see below', { cause: error });
      }
      const seconds = (performance.now() - started) / 1000;
      steps.push({ title, seconds });
      task.title = `${title}  ${seconds.toFixed(1)} s`;
    },
  });

  let tellMade: () => void = () => undefined;
  const isAccountMade = new Promise<void>((resolve) => (tellMade = resolve));
  const account = timed(`cdktf deploy ${options.stage}-account`, (progress) =>
    deploy(context, [`${options.stage}-account`], (line) => {
      if (ACCOUNT_MADE.test(line)) tellMade();
      progress(line);
    }).then(tellMade),
  );
  // It needs the account, but not who may enter it: the provider takes ten seconds for each assignment.
  const stage = timed(
    `cdktf deploy ${options.stage}${options.vpn === true ? ` (${VPN_TAKES})` : ''}`,
    (progress) => deploy(context, [options.stage], progress),
    isAccountMade,
  );
  const both: ListrTask = {
    title: 'the account, and what is in it',
    task: (_, task) => task.newListr([account, stage], { concurrent: true }),
  };

  const started = performance.now();
  const list = new Listr(
    [
      timed('start the local cloud', async (progress) => {
        const [{ findTerraform, startPrivateCloud }, { cloudSeed }, { VPN_GROUP }] = await Promise.all([
          import('../local'),
          import('./cloud-seed'),
          import('./demo/vpn-variant'),
        ]);
        await findTerraform();
        const seed = cloudSeed(root);
        const groups = [...(seed.groups ?? []), ...(options.vpn === true ? [VPN_GROUP] : [])];
        context.starting = startPrivateCloud(root, { seed: { ...seed, groups }, onProgress: progress });
        await context.starting;
      }),
      // Neither needs the other; what an account belongs to must be there before it.
      timed('cdktf deploy organization identity', (progress) =>
        deploy(context, ['organization', 'identity'], progress),
      ),
      ...(options.vpn === true
        ? [
            account,
            timed('make up what a VPN needs: certificate and SAML metadata', async () => {
              const { makeVpnVariant } = await import('./demo/vpn-variant');
              context.folder = await makeVpnVariant(root, await running(context), environment);
              context.isSynthesised = false;
            }),
            stage,
          ]
        : [both]),
      timed('read it back through the AWS SDK', async () => {
        const { readBack } = await import('./demo/read-back');
        context.deployed = await readBack(await running(context), environment);
      }),
      timed(`cdktf diff ${options.stage}: a second plan is empty`, async (progress) => {
        const output = await inCloud(context, ['diff', options.stage, ...PARALLELISM], progress);
        if (!output.includes('No changes.')) throw new Error(`the second plan is not empty:\n${output}`);
      }),
      timed('stop the local cloud and throw it away', async () => (await running(context)).stop()),
    ],
    {
      concurrent: false,
      // Its own listener would end the process before the cloud is stopped.
      registerSignalListeners: false,
      rendererOptions: { collapseSubtasks: false, showErrorMessage: false },
      fallbackRendererOptions: { timestamp: undefined },
    },
  );
  try {
    await list.run();
  } catch (error) {
    if (interruption.exitCode !== undefined) process.stderr.write('stopping the local cloud …\n');
    const cloud = await context.starting?.catch(() => undefined);
    await cloud?.stop();
    if (interruption.exitCode === undefined) throw (error as Error).cause ?? error;
    process.exitCode = interruption.exitCode;
    return;
  } finally {
    interruption.end();
  }

  const seconds = (performance.now() - started) / 1000;
  const { summary } = await import('./demo/summary');
  if (context.deployed)
    process.stdout.write(summary({ stage: options.stage, deployed: context.deployed, steps, seconds }));
}

async function deploy(
  context: DemoContext,
  stacks: readonly string[],
  onProgress: (line: string) => void,
): Promise<void> {
  // Once is enough for all stacks: nothing changes in between. The second plan begins from the files again.
  const skip = context.isSynthesised ? ['--skip-synth'] : [];
  await inCloud(
    context,
    ['deploy', ...stacks, '--auto-approve', LOCKED, ...skip, ...PARALLELISM],
    onProgress,
  );
  context.isSynthesised = true;
}

/** Runs cdktf in the demo's cloud. */
async function inCloud(
  context: DemoContext,
  args: readonly string[],
  onProgress: (line: string) => void,
): Promise<string> {
  const { cdktf } = await import('./demo/cdktf');
  return cdktf(args, { root: context.folder, cloud: await running(context), onProgress });
}

function running({ starting }: DemoContext): Promise<PrivateCloud> {
  if (!starting) throw new Error('the local cloud has not been started');
  return starting;
}
