import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endTree, processId } from '../../local/processes';

const cdktfBin = join(__dirname, '../../node_modules/.bin/cdktf');

/**
 * Runs cdktf, and kills it with everything it has started as soon as it has come so far: what is left when a CI
 * runner is lost.
 *
 * @throws Error when it ends before that
 */
export async function killedCdktf(
  folder: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[],
  isSoFar: () => Promise<boolean>,
): Promise<void> {
  const child = spawn(cdktfBin, args, { cwd: folder, env: { ...environment, CI: '1' }, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const root = await processId(child.pid ?? 0);
  while (root !== undefined && child.exitCode === null) {
    if (await isSoFar()) {
      await endTree(root, 0);
      await ended;
      return;
    }
    await sleep(50);
  }
  throw new Error(`cdktf ${args.join(' ')} ended with ${child.exitCode} before it could be killed`);
}
