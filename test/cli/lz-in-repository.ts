import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopSharedCloud } from '../../local/shared-cloud';
import { type CloudRecord, readRecord } from '../../local/registration';
import { type Ran, run, temporaryRepository } from '../local/cloud-under-test';

export const lzFile = path.join(__dirname, '../../cli/lz.cjs');

/** `lz`, run as people run it, in a repository that lives as long as the tests of one file. */
export interface LzInRepository {
  readonly root: string;
  /** Folder of the cloud that `lz local up` starts. */
  readonly shared: string;
  lz(...args: string[]): Promise<Ran>;
  /** Starts `lz local exec` and does not wait for it. */
  exec(...command: string[]): { exec: ChildProcess; ended: Promise<number | null> };
  /** The record of the shared cloud. */
  record(): Promise<CloudRecord>;
}

export function useRepository(): LzInRepository {
  let root = '';
  beforeAll(async () => {
    root = await temporaryRepository();
  });
  afterAll(async () => {
    await stopSharedCloud(root);
    await rm(root, { recursive: true, force: true });
  }, 30_000);
  return {
    get root() {
      return root;
    },
    get shared() {
      return path.join(root, '.lz/local');
    },
    lz: (...args) => run(process.execPath, [lzFile, ...args], { cwd: root }),
    exec: (...command) => {
      const exec = spawn(process.execPath, [lzFile, 'local', 'exec', ...command], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return { exec, ended: new Promise((resolve) => exec.once('exit', resolve)) };
    },
    async record() {
      const record = await readRecord(this.shared);
      if (record === undefined) throw new Error('no cloud is registered');
      return record;
    },
  };
}

export async function until(isSo: () => Promise<boolean>, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not so within ${seconds} s`);
    await sleep(50);
  }
}
