import { existsSync } from 'node:fs';
import path from 'node:path';

/** The repository that a command is run in: the nearest folder upwards that has a cdktf.json, else this one. */
export function repositoryRoot(from: string): string {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'cdktf.json'))) return folder;
    if (folder === path.dirname(folder)) return path.resolve(from);
  }
}

/** Folder under which a repository keeps its local clouds. */
export function cloudsFolder(root: string): string {
  return path.join(root, '.lz');
}

/** Folder of the cloud that `lz local up` starts. */
export function sharedCloudFolder(root: string): string {
  return path.join(cloudsFolder(root), 'local');
}

/** Name of a private cloud's folder begins so. */
export const PRIVATE_PREFIX = 'exec-';
