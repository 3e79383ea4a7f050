import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type PrivateCloud, type PrivateCloudOptions, startPrivateCloud } from '../../local/private-cloud';
import { Boto3Process } from './boto3-process';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** A cloud that lives as long as the tests of one file, and the folder that takes the place of a repository. */
export interface CloudUnderTest {
  readonly root: string;
  readonly cloud: PrivateCloud;
  /** Runs a program in the cloud's environment. */
  run(command: string, ...args: string[]): Promise<Ran>;
  /** The cloud's one boto3, for many calls. */
  readonly boto3: Boto3Process;
  /** Runs Python in the cloud and reads the JSON that it prints. */
  python<Printed>(script: string): Promise<Printed>;
}

/** Starts one real cloud for all tests of the file. */
export function useCloud(options: PrivateCloudOptions = {}): CloudUnderTest {
  let root = '';
  let cloud: PrivateCloud | undefined;
  let boto3: Boto3Process | undefined;
  beforeAll(async () => {
    root = await temporaryRepository();
    cloud = await startPrivateCloud(root, options);
  }, 60_000);
  afterAll(async () => {
    boto3?.end();
    await cloud?.stop();
    await rm(root, { recursive: true, force: true });
  }, 30_000);
  const started = (): PrivateCloud => {
    if (cloud === undefined) throw new Error('the cloud has not been started: is this inside a test?');
    return cloud;
  };
  return {
    get root() {
      return root;
    },
    get cloud() {
      return started();
    },
    get boto3() {
      return (boto3 ??= new Boto3Process(started().environment));
    },
    run: (command, ...args) => run(command, args, { cwd: root, env: started().environment }),
    async python<Printed>(script: string) {
      const { code, stdout, stderr } = await run('python3', ['-c', script], {
        cwd: root,
        env: started().environment,
      });
      if (code !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Printed;
    },
  };
}

/** A folder that counts as a repository because it has a cdktf.json. */
export async function temporaryRepository(): Promise<string> {
  const root = await temporaryFolder();
  await writeFile(path.join(root, 'cdktf.json'), '{}');
  return root;
}

export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(path.join(os.tmpdir(), 'lz-test-')));
}

export function run(
  command: string,
  args: string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  const started = Date.now();
  // CI systems are taken for colour terminals; what is asserted here is the text.
  const env = { ...(options.env ?? process.env), NO_COLOR: '1', FORCE_COLOR: undefined };
  return new Promise((resolve) =>
    execFile(command, args, { ...options, env, timeout: 90_000, maxBuffer: 64e6 }, (error, stdout, stderr) =>
      resolve({ code: exitCode(error), stdout, stderr, seconds: (Date.now() - started) / 1000 }),
    ),
  );
}

function exitCode(error: { code?: unknown } | null): number {
  if (error === null) return 0;
  return typeof error.code === 'number' ? error.code : -1;
}
