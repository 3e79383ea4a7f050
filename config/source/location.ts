import { quote } from '../quote';

/** A place in a file, as editors and terminals link to it. */
export interface Location {
  /** Path relative to the folder that holds `environments/`, with forward slashes. */
  readonly file: string;
  /** Line, from 1. Absent when the file as a whole is meant, for example because it is missing. */
  readonly line?: number;
  /** Column, from 1. */
  readonly column?: number;
}

/** Where a value lies in a document: keys of maps, indexes of lists. */
export type Path = readonly (string | number)[];

/** `network.endpoints.interface[0]`; a key that is no plain word is quoted: `tags["cost center"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[\w-]+$/.test(step)) text += `[${quote(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
