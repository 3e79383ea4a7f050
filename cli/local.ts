import path from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import type { CloudStatus } from '../local/cloud-status';
import type { StageAccount } from '../local/stage-account';
import { isUserError } from './user-error';

/** Exit code of `lz local status` when the cloud is not up, as service managers have it. */
const NOT_UP = 3;

/** What to do with a cloud that has just been started. */
const NEXT = [
  ['npx lz local exec -- npx cdktf deploy organization', 'deploy a stack into it'],
  ['npx lz local exec -- aws s3 ls', 'use any AWS tool, in the management account'],
  ['npx lz local exec --stage sandbox -- aws ec2 describe-vpcs', "or in a stage's account"],
  ['npx lz local status', 'see how it does'],
  ['npx lz local down', 'stop it and forget everything'],
] as const;

/** `lz local`: the embedded AWS that everything can be tried on. */
export function registerLocal(program: Command): void {
  const local = program
    .command('local')
    .description('the local cloud: AWS on this machine, without an account')
    .enablePositionalOptions();

  local.command('up').description('start the local cloud in the background').action(up);
  local
    .command('exec')
    .description('run a command in the local cloud, or in a private one when none is up')
    .argument('<command...>', 'the command and its arguments; "--" before it is optional')
    .option('--stage <stage>', "act in the stage's account instead of the management account")
    .passThroughOptions()
    .addHelpText(
      'after',
      '\nExamples:\n  npx lz local exec -- npx cdktf deploy sandbox\n  npx lz local exec --stage sandbox -- aws ec2 describe-vpcs',
    )
    .action(exec);
  local
    .command('status')
    .description('tell whether the local cloud is up and how it does (exit code 0: up, 3: not up)')
    .option('--json', 'as JSON')
    .action(status);
  local
    .command('down')
    .description('stop the local cloud and remove it, its Terraform state included')
    .action(down);
}

async function up(): Promise<void> {
  const [{ startSharedCloud }, { repositoryRoot }, { cloudSeed }] = await Promise.all([
    import('../local/shared-cloud'),
    import('../local/folders'),
    import('./cloud-seed'),
  ]);
  const root = repositoryRoot(process.cwd());
  const started = Date.now();
  const record = await startSharedCloud({
    root,
    seed: cloudSeed(root),
    onCleaned: (what) => say(pc.yellow(what)),
    onProgress: (step) => say(pc.dim(`${step} …`)),
  });
  say(
    `${pc.green('the local cloud is up')} after ${((Date.now() - started) / 1000).toFixed(1)} s, in ${path.relative(process.cwd(), record.folder) || '.'}`,
  );
  await warnWithoutTerraform();
  say('');
  for (const [command, what] of NEXT) say(`  ${command.padEnd(62)}${what}`);
}

/** The cloud itself needs no Terraform, but most of what is done in it does. */
async function warnWithoutTerraform(): Promise<void> {
  const { findTerraform } = await import('../local/terraform');
  await findTerraform().catch((error: unknown) => {
    if (!isUserError(error)) throw error;
    process.stderr.write(`lz: ${pc.yellow('warning')}: cdktf cannot deploy into it yet: ${error.message}\n`);
  });
}

async function exec([command = '', ...args]: string[], { stage }: { stage?: string }): Promise<void> {
  const [{ runInCloud }, { repositoryRoot }, { cloudSeed }] = await Promise.all([
    import('../local/run-in-cloud'),
    import('../local/folders'),
    import('./cloud-seed'),
  ]);
  const root = repositoryRoot(process.cwd());
  process.exitCode = await runInCloud({
    root,
    command,
    args,
    account: stage === undefined ? undefined : await accountOfStage(root, stage),
    seed: () => cloudSeed(root),
    onNotice: (text) => process.stderr.write(`lz: ${text}\n`),
  });
}

async function accountOfStage(root: string, stage: string): Promise<StageAccount> {
  const { stageAccount } = await import('./stage-account');
  return stageAccount(root, stage);
}

async function status(options: { json?: boolean }): Promise<void> {
  const [{ cloudStatus }, { repositoryRoot, sharedCloudFolder }] = await Promise.all([
    import('../local/cloud-status'),
    import('../local/folders'),
  ]);
  const found = await cloudStatus(sharedCloudFolder(repositoryRoot(process.cwd())));
  if (found.state !== 'up') process.exitCode = NOT_UP;
  if (options.json) say(JSON.stringify(found, null, 2));
  else for (const line of await describe(found)) say(line);
}

async function describe(found: CloudStatus): Promise<string[]> {
  switch (found.state) {
    case 'down':
      return ['the local cloud is down. Start it with "npx lz local up"'];
    case 'starting':
      return [`the local cloud is starting (process ${found.record.pid})`];
    case 'crashed':
      return [
        `${pc.red('the local cloud has crashed')}: ${found.reason}. "npx lz local up" cleans up and starts a new one`,
        ...Object.values(found.logs).map((file) => `  log              ${file}`),
      ];
    case 'up': {
      const { default: prettyMs } = await import('pretty-ms');
      const { record, health, logs } = found;
      const missing = Object.entries(health.notEmulated);
      return [
        `${pc.green('the local cloud is up')}`,
        `  since            ${record.startedAt} (${prettyMs(Date.now() - Date.parse(record.startedAt), { compact: true })})`,
        `  proxy            http://127.0.0.1:${record.proxyPort} (process ${record.pid})`,
        `  emulator         http://127.0.0.1:${record.moto?.port} (process ${record.moto?.pid})`,
        `  calls answered   ${health.answered}`,
        `  emulator failed  ${health.failed}`,
        `  not emulated     ${missing.length === 0 ? 'none so far' : ''}`.trimEnd(),
        ...missing.map(([call, times]) => `    ${call} (${times}x)`),
        `  logs             ${Object.values(logs).join('\n                   ')}`,
      ];
    }
  }
}

async function down(): Promise<void> {
  const [{ stopSharedCloud }, { repositoryRoot }] = await Promise.all([
    import('../local/shared-cloud'),
    import('../local/folders'),
  ]);
  const done = await stopSharedCloud(repositoryRoot(process.cwd()));
  if (done.length === 0) return say('the local cloud is not up: nothing to remove');
  say('the local cloud is down');
  for (const what of done) say(`  ${what}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
