import { statSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { repositoryRoot } from '../local/folders';
import type { Verified } from './mwaa-verifier';
import { UserError } from './user-error';

/** `lz verify`: what AWS's verifier for MWAA would find, asked of the synthesised stack before it is deployed. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'check the Airflow environments of a synthesised stage as AWS would (exit code 0: no findings, 1: some)',
    )
    .argument('<stage>', 'name of the stage')
    .option(
      '--output <folder>',
      'where cdktf synth put its output',
      process.env['CDKTF_OUTPUT'] ?? 'cdktf.out',
    )
    .addHelpText('after', `\n${NOT_CHECKED}`)
    .action(verifyStage);
}

const NOT_CHECKED = `Reads the output of "npx cdktf synth" and environments/; needs no credentials. Not looked at: what only a running
environment shows (connections, metrics, logs).`;

async function verifyStage(stage: string, { output }: { output: string }): Promise<void> {
  const { readConfig } = await import('../config');
  const { readStacks } = await import('./deploy-model');
  const { verify } = await import('./mwaa-verifier');
  const root = repositoryRoot(process.cwd());
  const { stages, attachments } = readConfig(root);
  if (!stages.some(({ name }) => name === stage)) {
    const { unknownStage } = await import('./unknown-stage');
    throw unknownStage(
      stage,
      stages.map(({ name }) => name),
    );
  }
  const folder = path.resolve(root, output);
  const json = readStacks(folder).get(stage);
  if (json === undefined)
    throw new UserError(
      `${stage} is not synthesised in ${folder}; make it with: npx cdktf synth --output ${output}`,
    );
  const newer = newerConfiguration(root, path.join(folder, 'stacks', stage, 'cdk.tf.json'), stage);
  if (newer !== undefined)
    throw new UserError(
      `${newer} was changed after ${stage} was synthesised in ${folder}, so this would look at the old one; make it again with: npx cdktf synth --output ${output}`,
    );
  const verified = verify(json, attachments);
  process.stdout.write(`${report(stage, verified)}\n`);
  if (countIn(verified) > 0) process.exitCode = 1;
}

/** A file that decides what the stage is, and has changed since it was synthesised. */
function newerConfiguration(root: string, synthesised: string, stage: string): string | undefined {
  const { mtimeMs } = statSync(synthesised);
  return ['organization', 'defaults', stage]
    .map((name) => `environments/${name}.yaml`)
    .find((file) => (statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) > mtimeMs);
}

const countIn = (verified: readonly Verified[]): number =>
  verified.flatMap(({ results }) => results.flatMap(({ findings }) => findings)).length;

function report(stage: string, verified: readonly Verified[]): string {
  if (verified.length === 0) return `${stage} has no Airflow environment: nothing to verify`;
  const count = countIn(verified);
  const summary = count === 0 ? 'no findings' : count === 1 ? '1 finding' : `${count} findings`;
  return [...verified.flatMap(linesOf), summary].join('\n');
}

function linesOf({ environment, results }: Verified): string[] {
  return [
    environment,
    ...results.flatMap(({ check, findings }) => [
      `  ${findings.length === 0 ? 'ok     ' : 'FINDING'}  ${check.id}: ${check.title}`,
      ...findings.map(({ at, text }) => `           ${at}: ${text}`),
    ]),
    '',
  ];
}
