import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { AttachedFile } from '../../config';
import { zipFolder } from '../../stacks/zip-folder';
import { command } from '../support/cdktf';

const repository = join(__dirname, '../..');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A copy of the fixture's plugins, with names that locales sort differently. */
function copyOfPlugins(): { root: string; plugins: string } {
  const root = mkdtempSync(join(tmpdir(), 'lz-zip-'));
  folders.push(root);
  const plugins = join(root, 'environments/plugins');
  cpSync(join(repository, 'test/fixtures/environments/airflow/plugins'), plugins, { recursive: true });
  mkdirSync(join(plugins, 'sub'));
  for (const name of ['sub/Z.py', 'sub/a.py', 'sub/ä.py', 'sub/i.py', 'sub/I.py']) {
    writeFileSync(join(plugins, name), `# ${name}\n`);
  }
  return { root, plugins };
}

/** The hash of the zip, made by a process with another clock. */
async function zippedIn(root: string, environment: Record<string, string>) {
  const script = join(__dirname, 'zip-with-clock.ts');
  const args = ['--import', 'tsx', script, root, 'plugins'];
  const { exitCode, output } = await command(process.execPath, args, repository, {
    ...process.env,
    ...environment,
  });
  if (exitCode !== 0) throw new Error(output);
  return JSON.parse(output) as { hash: string; offsetMinutes: number };
}

const NEW_YORK = { TZ: 'America/New_York', LC_ALL: 'C', LANG: 'C' };
const KOLKATA = { TZ: 'Asia/Kolkata', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };

describe('zipFolder', () => {
  it('writes the same bytes whatever the time zone, the locale, and the times and modes of files are', async () => {
    const [first, second] = [copyOfPlugins(), copyOfPlugins()];
    for (const name of readdirSync(second.plugins)) {
      utimesSync(join(second.plugins, name), new Date('2001-02-03'), new Date('2031-05-06'));
      chmodSync(join(second.plugins, name), 0o755);
    }
    const here = await zippedIn(first.root, NEW_YORK);
    const there = await zippedIn(second.root, KOLKATA);
    // Else the test has not set what it means to set.
    expect([here.offsetMinutes, there.offsetMinutes]).toEqual([300, -330]);
    expect(there.hash).toBe(here.hash);
  });

  it('writes the same bytes beside what machines leave behind, and others for another file', async () => {
    const { root, plugins } = copyOfPlugins();
    const before = await zippedIn(root, NEW_YORK);
    mkdirSync(join(plugins, '__pycache__'));
    writeFileSync(join(plugins, '__pycache__/partition_macros.cpython-312.pyc'), 'compiled');
    writeFileSync(join(plugins, '.DS_Store'), 'hidden');
    expect((await zippedIn(root, NEW_YORK)).hash).toBe(before.hash);
    writeFileSync(join(plugins, 'sub/a.py'), '# changed\n');
    expect((await zippedIn(root, NEW_YORK)).hash).not.toBe(before.hash);
  });

  it('keeps paths and contents', () => {
    const files: AttachedFile[] = [
      { path: 'macros.py', content: Buffer.from('a = 1\n') },
      { path: 'operators/load.py', content: Buffer.from('') },
    ];
    const unzipped = Object.entries(unzipSync(zipFolder(files)));
    expect(unzipped.map(([path, content]) => [path, strFromU8(content)])).toEqual([
      ['macros.py', 'a = 1\n'],
      ['operators/load.py', ''],
    ]);
  });

  it('zips a folder once however many stages use it', () => {
    const files: AttachedFile[] = [{ path: 'a.py', content: Buffer.from('a') }];
    expect(zipFolder(files)).toBe(zipFolder(files));
  });
});
