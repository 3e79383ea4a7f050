import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(__dirname, '../..');

/** What `cdktf` needs to run; everything else of the repository stays out. */
const PARTS = [
  'main.ts',
  'synth.cjs',
  'cdktf.json',
  'package.json',
  'tsconfig.json',
  'config',
  'stacks',
  'modules',
  'cli',
  'local',
];

/** A copy of this repository with the environments of `test/fixtures`, which a test may change. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'lz-project-')));

  constructor() {
    for (const part of PARTS) cpSync(join(repository, part), join(this.folder, part), { recursive: true });
    cpSync(join(__dirname, '../fixtures/environments'), join(this.folder, 'environments'), {
      recursive: true,
    });
    symlinkSync(join(repository, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** Path of a file in the project. */
  path(file: string): string {
    return join(this.folder, file);
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  /** Replaces a text that must be there once. */
  replace(file: string, from: string, to: string): void {
    const text = readFileSync(this.path(file), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`expected ${JSON.stringify(from)} once in ${file}`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }

  /** Replaces a text wherever it is; it must be somewhere. */
  replaceEverywhere(file: string, from: string, to: string): void {
    const text = readFileSync(this.path(file), 'utf8');
    if (!text.includes(from)) throw new Error(`expected ${JSON.stringify(from)} in ${file}`);
    this.write(
      file,
      text.replaceAll(from, () => to),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
