import { type Zippable, zipSync } from 'fflate';
import type { AttachedFile } from '../config';

/**
 * A time inside the zip that says nothing: the earliest one a zip can hold is in 1980. Made from local parts
 * because zips hold local time and are written with this machine's, so that every machine writes the same bytes.
 */
const NO_TIME = new Date(1980, 0, 2, 12);

/** A regular file that everybody may read, in the attributes Unix keeps in a zip. */
const READABLE_FILE = 0o100644 << 16;

const zipped = new WeakMap<readonly AttachedFile[], Uint8Array>();

/**
 * The zip of a folder: the same bytes for the same files, whatever the clock, the time zone and the modes of the
 * files are. A folder is zipped once however many stages use it.
 */
export function zipFolder(files: readonly AttachedFile[]): Uint8Array {
  let bytes = zipped.get(files);
  if (bytes === undefined) {
    const entries: Zippable = Object.fromEntries(
      files.map(({ path, content }) => [path, [content, { mtime: NO_TIME, os: 3, attrs: READABLE_FILE }]]),
    );
    zipped.set(files, (bytes = zipSync(entries)));
  }
  return bytes;
}
