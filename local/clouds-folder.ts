import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { cloudsFolder } from './folders';
import { UserError } from './user-error';

/**
 * Makes the folder under which a repository keeps its local clouds, unless it is there, and sees to it that it can
 * be written to.
 *
 * @throws UserError when it cannot
 */
export async function prepareCloudsFolder(root: string): Promise<string> {
  const folder = cloudsFolder(root);
  try {
    // Not recursive: Node tries for ever where a file system makes no folders, such as /proc.
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    // With the dot, a file in its place is found out as none.
    await access(`${folder}/.`, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw await notWritable(folder, error);
  }
  return folder;
}

/** What to tell about a folder of local clouds that cannot be used. */
export async function notWritable(folder: string, error: unknown): Promise<Error> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error as Error;
  const found = await stat(folder).catch(() => undefined);
  const expected = `the local cloud is kept in ${folder}: expected a folder that can be written to`;
  if (found !== undefined && !found.isDirectory())
    return new UserError(`${expected}, found something else there. Remove ${folder}`);
  const what = found === undefined ? 'and it cannot be made' : 'found one that cannot';
  return new UserError(
    `${expected}, ${what} (${code}). Run lz in a checkout that is yours to write to, on a disk that has room and is not read-only`,
  );
}
