import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem';

/** What to do about the reasons for which people's files cannot be read. */
const FIXES: Readonly<Record<string, string>> = {
  EACCES: 'make it readable for you',
  ELOOP: 'the link leads back to itself; put a file in its place',
  ENOENT: 'it is a link to a file that is not there; repair or delete it',
};

/**
 * Reads a file of UTF-8.
 *
 * @param root folder that holds `environments/`
 * @param file path from there, as problems name it
 */
export function readText(root: string, file: string): string | Problem {
  try {
    // Whoever opens a pipe that nobody writes to waits for ever.
    if (!statSync(join(root, file)).isFile()) return { at: { file }, path: '', text: NOT_A_FILE };
    return decode(file, readFileSync(join(root, file)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const fix = FIXES[code];
    return { at: { file }, path: '', text: `cannot be read (${code})${fix === undefined ? '' : `; ${fix}`}` };
  }
}

const NOT_A_FILE = 'expected a file, found something else; give it another name or move it elsewhere';

/** Refuses bytes that are not UTF-8: in their place would stand a replacement character, in a tag for example. */
function decode(file: string, bytes: Buffer): string | Problem {
  const decoder = new TextDecoder('utf8', { fatal: true });
  // UTF-16 without a byte order mark is valid UTF-8, full of zeros that no text has.
  const end = bytes.indexOf(0);
  let text = '';
  try {
    if (end === -1) return decoder.decode(bytes);
    text = decoder.decode(bytes.subarray(0, end));
  } catch {
    text = readablePart(bytes);
  }
  const lines = text.split('\n');
  const at = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { at, path: '', text: 'expected UTF-8, found other bytes; save the file as UTF-8' };
}

/** What stands before the first byte that UTF-8 does not allow. */
function readablePart(bytes: Buffer): string {
  const decoder = new TextDecoder('utf8', { fatal: true });
  let text = '';
  try {
    for (const byte of bytes) text += decoder.decode(Uint8Array.of(byte), { stream: true });
  } catch {
    // Here it is.
  }
  return text;
}
