import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../problem';
import { FOLDER } from './environment-files';

/** A file of a folder that configuration names. */
export interface AttachedFile {
  /** Path in the folder, with slashes on every system. */
  readonly path: string;
  readonly content: Buffer;
}

/** What was found at a path: the thing itself, or why it could not be read (`ENOENT` when nothing is there). */
export type Attached<T> = { readonly found: T } | { readonly errorCode: string };

/**
 * Files and folders below `environments/` that configuration names by path: Airflow's requirements and plugins,
 * an identity provider's metadata. Each is read once.
 */
export class Attachments {
  private readonly files = new Map<string, Attached<Buffer>>();
  private readonly folders = new Map<string, Attached<readonly AttachedFile[]>>();

  /** @param root folder that holds `environments/` */
  constructor(private readonly root: string) {}

  /** The content of a file. */
  file(path: string): Attached<Buffer> {
    return remembered(this.files, path, () => readFileSync(join(this.root, FOLDER, path)));
  }

  /**
   * All files of a folder and of those in it, in an order that is the same everywhere. Left out is what machines
   * leave behind: hidden files and compiled Python.
   */
  folder(path: string): Attached<readonly AttachedFile[]> {
    return remembered(this.folders, path, () => filesIn(join(this.root, FOLDER, path)));
  }
}

function filesIn(folder: string, prefix = ''): AttachedFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== '__pycache__' && !name.endsWith('.pyc'))
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path, `${prefix}${entry.name}/`);
      return [{ path: `${prefix}${entry.name}`, content: readFileSync(path) }];
    });
}

function remembered<T>(memory: Map<string, Attached<T>>, path: string, read: () => T): Attached<T> {
  let attached = memory.get(path);
  if (attached === undefined) memory.set(path, (attached = attempt(read)));
  return attached;
}

function attempt<T>(read: () => T): Attached<T> {
  try {
    return { found: read() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { errorCode: code };
  }
}
