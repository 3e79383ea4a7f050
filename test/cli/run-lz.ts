import { run } from '../../cli/program';

/** What a command printed and how it ended. */
export interface LzResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs `lz` in this process, in the given folder and with the given environment variables on top. */
export async function runLz(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<LzResult> {
  const printed = { stdout: '', stderr: '' };
  jest.spyOn(process, 'cwd').mockReturnValue(folder);
  for (const name of ['stdout', 'stderr'] as const) {
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    });
  }
  jest.replaceProperty(process, 'env', { ...process.env, LZ_LOCAL_CLOUD: undefined, ...environment });
  const exitCode = process.exitCode;
  process.exitCode = 0;
  try {
    await run(['node', 'lz', ...args]);
    return { ...printed, exitCode: Number(process.exitCode) };
  } finally {
    process.exitCode = exitCode;
    jest.restoreAllMocks();
  }
}
