import { type AirflowSection, airflowVersions } from './airflow-sections';
import type { Landscape } from './rule';

/** Where the plugins of an environment lie once it runs. */
export const PLUGINS_FOLDER = '/usr/local/airflow/plugins/';

/** A line of requirements.txt that names a constraints file, in both spellings pip knows. */
const CONSTRAINT = /^\s*(?:-c|--constraint)(?:\s+|=)["']?([^\s"']+)/;
/** A file of Airflow's own: of a version, or of a branch (`constraints-2-10`, `constraints-main`), which changes. */
const AIRFLOWS_OWN =
  /\/constraints-([^/]+)\/constraints-(?:no-providers-|source-providers-)?([^/]+)\.txt(?:[?#].*)?$/;
/** The same file as it is brought along with the plugins. */
const BROUGHT_ALONG = /\/constraints-(\d[\d.]*)-(\d[\d.]*)\.txt$/;

/** The line that keeps pip from asking a package index. */
export const NO_INDEX = /^\s*--no-index\b/;

/** requirements.txt of an environment. */
export interface Requirements {
  /** Path from the repository's root. */
  readonly file: string;
  readonly lines: readonly string[];
  readonly constraints: readonly Constraints[];
}

/** A constraints file that requirements.txt names. */
export interface Constraints {
  /** Path or URL, as it stands there. */
  readonly target: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** What it is for, as its name has it; undefined for a file of the team's own. */
  readonly madeFor?: { readonly airflow: string; readonly python: string };
}

/** Undefined when there is no such file, or nothing in it. */
export function requirementsOf(
  { value }: AirflowSection,
  { attachments }: Pick<Landscape, 'attachments'>,
): Requirements | undefined {
  const attached = value.requirements === undefined ? undefined : attachments.file(value.requirements);
  if (attached === undefined || !('found' in attached)) return undefined;
  const lines = attached.found.toString('utf8').split(/\r?\n/);
  if (lines.every((line) => /^\s*(?:#.*)?$/.test(line))) return undefined;
  const constraints = lines.flatMap((line, index) => {
    const target = CONSTRAINT.exec(line)?.[1];
    return target === undefined ? [] : [{ target, line: index + 1, madeFor: madeFor(target) }];
  });
  return { file: `environments/${value.requirements}`, lines, constraints };
}

function madeFor(target: string): Constraints['madeFor'] {
  const [, airflow, python] = AIRFLOWS_OWN.exec(target) ?? BROUGHT_ALONG.exec(target) ?? [];
  return airflow === undefined || python === undefined ? undefined : { airflow, python };
}

/** The environment that asks, for messages. */
export function askedBy({ stage, value, path }: AirflowSection): string {
  return `for airflow.${path.at(-1)} of ${stage.name} (Airflow ${value.version})`;
}

/** Name of a file among the plugins that requirements.txt names. */
export function amongPlugins(target: string): string | undefined {
  return target.startsWith(PLUGINS_FOLDER) ? target.slice(PLUGINS_FOLDER.length) : undefined;
}

/** Names of the files that lie beside the plugins; undefined when the folder cannot be read. */
export function pluginFiles(
  { value }: AirflowSection,
  { attachments }: Pick<Landscape, 'attachments'>,
): readonly string[] | undefined {
  const folder = value.plugins === undefined ? undefined : attachments.folder(value.plugins);
  if (folder === undefined) return undefined;
  if ('found' in folder) return folder.found.map(({ path }) => path);
  return folder.errorCode === 'ENOENT' ? [] : undefined;
}

/** Version of Python that an environment runs; undefined for a version that is not known. */
export function pythonOf({ value }: AirflowSection, { organization }: Landscape): string | undefined {
  return value.version === undefined ? undefined : airflowVersions(organization)[value.version]?.python;
}
