import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a command ended, and what it said on both streams, without colours. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly output: string;
}

const cdktfBin = join(__dirname, '../../node_modules/.bin/cdktf');

/** Runs the real cdktf CLI as a user in that folder would. */
export function cdktf(
  folder: string,
  environment: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<CommandResult> {
  return command(cdktfBin, args, folder, environment);
}

/** Runs any command to its end. */
export function command(
  file: string,
  args: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: folder,
      env: { ...environment, CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, output: withoutColours(Buffer.concat(chunks).toString()) });
    });
  });
}

function withoutColours(text: string): string {
  // eslint-disable-next-line no-control-regex -- escape sequences are what is removed here
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '');
}

/** Words of a text joined by single spaces: Terraform wraps messages wherever the line ends. */
export function unwrapped(text: string): string {
  return text.replace(/[\s│╷╵]+/g, ' ');
}
