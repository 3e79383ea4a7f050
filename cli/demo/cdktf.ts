import path from 'node:path';
import { type PrivateCloud, recordCommand } from '../../local';
import { UserError } from '../user-error';

export interface CdktfRun {
  /** Folder of the repository. */
  readonly root: string;
  readonly cloud: PrivateCloud;
  /** Called with each line that tells how far the run is. */
  readonly onProgress: (line: string) => void;
}

/** Lines of Terraform that a person following along wants to see; the rest is detail. */
const PROGRESS =
  /Initializing (?:the backend|provider plugins)|Installing |: Creating\.\.\.|: Still creating|Creation complete|: Modifying|: Destroying|Destruction complete|^Plan: |No changes\.|(?:Apply|Destroy) complete/;

/** How much of the output an error shows: enough for Terraform's message and what led to it. */
const LINES_OF_CONTEXT = 40;

/**
 * Runs the cdktf CLI that this repository has installed.
 *
 * @returns everything it printed, without colours
 * @throws UserError with the end of the output when it fails
 */
export async function cdktf(args: readonly string[], run: CdktfRun): Promise<string> {
  const { execa } = await import('execa');
  const bin = path.join(path.dirname(require.resolve('cdktf-cli/package.json')), 'bundle', 'bin', 'cdktf.js');
  const child = execa(process.execPath, [bin, ...args], {
    cwd: run.root,
    // Without CI the CLI draws a spinner even into a pipe.
    env: { ...run.cloud.environment, CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
    extendEnv: false,
    all: true,
    stdin: 'ignore',
    reject: false,
    lines: true,
  });
  const forget =
    child.pid === undefined
      ? undefined
      : await recordCommand(run.cloud.folder, child.pid, ['cdktf', ...args]);
  for await (const line of child.iterable({ from: 'all' })) {
    const text = withoutStackName(String(line));
    if (PROGRESS.test(text)) run.onProgress(text);
  }
  const { all, exitCode, signal } = await child;
  await forget?.();
  if (exitCode !== 0) {
    throw new UserError(
      `cdktf ${args.join(' ')} ended with ${signal ?? `exit code ${exitCode}`}:\n\n` +
        all
          .filter((line) => line.trim() !== '' && !/Synthesizing$/.test(line))
          .slice(-LINES_OF_CONTEXT)
          .join('\n'),
    );
  }
  return all.join('\n');
}

/** The CLI puts the stack's name before the first line of each burst and spaces before the others. */
function withoutStackName(line: string): string {
  return line.replace(/^(?:[a-z0-9-]+ {2}| +)/, '').trim();
}
