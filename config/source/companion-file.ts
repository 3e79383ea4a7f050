import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './environment-files';

/** A file that an environment file names. */
export type CompanionFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** The code says why, such as `EACCES`. */
  | { readonly kind: 'unreadable'; readonly code: string };

/**
 * Reads a file below `environments/`.
 *
 * @param root folder that holds `environments/`
 * @param path below `environments/`, with forward slashes; its field refuses `..`
 */
export function readCompanionFile(root: string, path: string): CompanionFile {
  try {
    return { kind: 'text', text: readFileSync(join(root, FOLDER, path), 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    if (code === undefined) throw error;
    return { kind: 'unreadable', code };
  }
}
