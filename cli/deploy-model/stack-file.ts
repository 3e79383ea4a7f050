import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error';
import type { StackJson } from './graph';

/**
 * The synthesised stacks in an output folder of cdktf, by stack id.
 *
 * @param outdir as `cdktf synth --output` has it, `cdktf.out` by default
 * @throws UserError when nothing is synthesised there, or a file is not JSON
 */
export function readStacks(outdir: string): ReadonlyMap<string, StackJson> {
  const folder = join(outdir, 'stacks');
  if (!existsSync(folder)) {
    throw new UserError(
      `no synthesised stacks in ${outdir}; make them with: npx cdktf synth --output ${outdir}`,
    );
  }
  return new Map(
    readdirSync(folder)
      .sort()
      .map((stack) => [stack, readStack(join(folder, stack, 'cdk.tf.json'))]),
  );
}

function readStack(file: string): StackJson {
  if (!existsSync(file)) throw new UserError(`${file} is missing; make it with: npx cdktf synth`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StackJson;
  } catch (error) {
    throw new UserError(
      `${file} is not JSON (${(error as Error).message}); synthesise again: npx cdktf synth`,
    );
  }
}
