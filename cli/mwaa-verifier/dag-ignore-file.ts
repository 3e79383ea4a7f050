import type { Check } from './check';
import { DAGS_FOLDER } from './dags-folder';

/** Folders that editors and tools leave behind, and that Airflow would look through for DAGs. */
const LEFTOVERS = ['.git', '__pycache__', '.ipynb_checkpoints'];
const FILE = `${DAGS_FOLDER}/.airflowignore`;

type Syntax = 'glob' | 'regexp';

/**
 * Each file in these folders is parsed again and again, and a copy of a DAG in a checkpoint is a second DAG of the
 * same name.
 *
 * Source: ".airflowignore" of Apache Airflow
 * (https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/dags.html#airflowignore): patterns are
 * regular expressions in Airflow 2, and as in .gitignore in Airflow 3, unless `core.dag_ignore_file_syntax` says.
 */
export const dagIgnoreFile: Check = {
  id: 'dag-ignore-file',
  title: `.airflowignore leaves out ${LEFTOVERS.join(', ')}`,
  check: ({ files, majorVersion, options }) => {
    if (!('found' in files.folder(DAGS_FOLDER))) return [];
    const at = `environments/${FILE}`;
    const file = files.file(FILE);
    if (!('found' in file)) {
      const text = `expected a file that leaves out ${LEFTOVERS.join(', ')}, found none; make it, with a line for each such as \\.git`;
      return [{ at, text }];
    }
    const syntax: Syntax =
      (options['core.dag_ignore_file_syntax'] ?? (majorVersion < 3 ? 'regexp' : 'glob')) === 'glob'
        ? 'glob'
        : 'regexp';
    const lines = file.found.toString('utf8').split(/\r?\n/);
    const missing = LEFTOVERS.filter((name) => !lines.some((line) => leavesOut(line, name, syntax)));
    if (missing.length === 0) return [];
    const text = `expected lines that leave out ${missing.join(', ')} (as ${syntax}), found none; add ${missing.map((name) => name.replace('.', String.raw`\.`)).join(', ')}`;
    return [{ at, text }];
  },
};

function leavesOut(line: string, name: string, syntax: Syntax): boolean {
  const pattern = syntax === 'glob' ? globOf(line) : line.replace(/\s*#.*$/, '').trim();
  if (pattern === '') return false;
  try {
    return new RegExp(pattern).test(syntax === 'glob' ? name : `folder/${name}/file.py`);
  } catch {
    // Python's regular expressions know more than ours; such a line is taken to be about something else.
    return false;
  }
}

/** A line of .gitignore as a regular expression for the name of a folder; empty for one that is about other things. */
function globOf(line: string): string {
  const glob = line
    .trim()
    .replace(/^\*\*\//, '')
    .replace(/\/(?:\*\*?)?$/, '');
  // Comments, exceptions, and patterns for one place only.
  if (glob === '' || /^[#!]/.test(glob) || glob.includes('/')) return '';
  return `^${glob.replace(
    /\\(.)|([.+^$(){}|])|(\*)|(\?)/g,
    (_, escaped?: string, special?: string, any?: string) =>
      escaped ? `\\${escaped}` : special ? `\\${special}` : any ? '.*' : '.',
  )}$`;
}
