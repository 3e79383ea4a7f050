import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { OrganizationConfig } from '../config';
import { UserError } from './user-error';

/** `lz bootstrap`: the bucket for Terraform's state, which is needed before any state can be in it. */
export function registerBootstrap(program: Command): void {
  program
    .command('bootstrap')
    .description('make the bucket for Terraform’s state and move its own state into it; can be run again')
    .action(bootstrap);
}

async function bootstrap(): Promise<void> {
  const [{ loadConfig }, { repositoryRoot }, { statePlace }, { BootstrapRun }] = await Promise.all([
    import('../config'),
    import('../local/folders'),
    import('./bootstrap/state-place'),
    import('./bootstrap/run'),
  ]);
  const root = repositoryRoot(process.cwd());
  const { organization } = loadConfig(root);
  const { bucket, region } = managedBucket(organization);
  const place = await statePlace(bucket, region);
  const run = await BootstrapRun.start(root, say);
  await run.synthesise();
  if (place !== 'state') {
    await run.makeBucket(place === 'bucket');
    await run.moveState();
    if ((await statePlace(bucket, region)) !== 'state')
      throw new Error(`terraform moved the state, and bucket ${bucket} does not have it`);
  }
  run.forgetFirstState();
  const isAsWritten = await run.isAsWritten();
  say(
    isAsWritten
      ? `\nbucket ${bucket} is ready: it is as the files say, and its state is in it`
      : `\nbucket ${bucket} is there, and the files say it should change: npx cdktf deploy state`,
  );
  for (const line of stillLocal(run.stateFolder)) say(line);
}

/** @throws UserError when there is no bucket to make */
function managedBucket({ state, region }: OrganizationConfig): { bucket: string; region: string } {
  if (state.backend === 's3' && state.managed && state.bucket !== undefined)
    return { bucket: state.bucket, region: state.region ?? region };
  throw new UserError(
    'there is no state bucket to make; write state: { backend: s3, managed: true, bucket: … } in environments/organization.yaml, see docs/runbooks/state-bucket.md',
  );
}

/** What to do with stacks whose state is still on this machine. */
function stillLocal(stateFolder: string): string[] {
  if (!existsSync(stateFolder)) return [];
  const stacks = readdirSync(stateFolder)
    .filter((file) => file.endsWith('.tfstate'))
    .map((file) => file.replace(/\.tfstate$/, ''))
    .sort();
  if (stacks.length === 0) return [];
  return [
    `\nthe state of these stacks is still in ${path.relative(process.cwd(), stateFolder)}; move each:`,
    ...stacks.map((stack) => `  npx cdktf deploy ${stack} --migrate-state`),
  ];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
