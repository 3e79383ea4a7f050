import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Problem } from '../problem';
import { readText } from './read-text';
import { readYaml, type YamlFile } from './read-yaml';

/** Folder of the configuration, below the root of the repository. */
export const FOLDER = 'environments';

/** Files that describe no stage. */
const ORGANIZATION = 'organization.yaml';
const DEFAULTS = 'defaults.yaml';

/** Everything in `environments/`, as far as it could be read. */
export interface EnvironmentFiles {
  readonly organization: YamlFile | undefined;
  /** Absent when there is no such file. It is not required, and may be empty. */
  readonly defaults: YamlFile | undefined;
  /** One file per stage, sorted by name. */
  readonly stages: readonly StageFile[];
  /** What is wrong with the folder; the files' own problems are with them. */
  readonly problems: readonly Problem[];
}

/** A stage's file and the name it gives the stage. */
export interface StageFile extends YamlFile {
  readonly name: string;
}

/**
 * Reads all files.
 *
 * @param root folder that holds `environments/`
 */
export function readEnvironmentFiles(root: string): EnvironmentFiles {
  const names = listFolder(root);
  if (typeof names === 'string') {
    const text = `cannot be read (${names}); run this in the folder that holds ${FOLDER}/`;
    return {
      organization: undefined,
      defaults: undefined,
      stages: [],
      problems: [about(`${FOLDER}/`, text)],
    };
  }
  const find = (name: string) => (names.includes(name) ? readOne(root, name) : undefined);
  const stages = names.filter((name) => name.endsWith('.yaml') && name !== ORGANIZATION && name !== DEFAULTS);
  return {
    organization: find(ORGANIZATION),
    defaults: find(DEFAULTS),
    stages: stages.map((name) => ({ ...readOne(root, name), name: name.slice(0, -'.yaml'.length) })),
    problems: folderProblems(names, stages),
  };
}

/** @returns file names without hidden ones (editors put their locks there), or an error code. */
function listFolder(root: string): readonly string[] | string {
  try {
    return readdirSync(join(root, FOLDER))
      .filter((name) => !name.startsWith('.'))
      .sort(compareText);
  } catch (error) {
    return codeOf(error);
  }
}

function readOne(root: string, name: string): YamlFile {
  const file = `${FOLDER}/${name}`;
  const text = readText(root, file);
  if (typeof text !== 'string') return { file, tree: undefined, complete: false, problems: [text] };
  return readYaml(file, text, name === DEFAULTS);
}

function folderProblems(names: readonly string[], stages: readonly string[]): Problem[] {
  const misnamed = names.filter((name) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml'));
  const problems = misnamed.map((name) => {
    const right = name.replace(/\.ya?ml$/i, '.yaml');
    return about(`${FOLDER}/${name}`, `only files ending in .yaml are read; rename it to ${right}`);
  });
  const willBe = (name: string) => misnamed.some((wrong) => wrong.replace(/\.ya?ml$/i, '.yaml') === name);
  if (!names.includes(ORGANIZATION) && !willBe(ORGANIZATION)) {
    const text = 'missing; create it with managementAccountId, region and units';
    problems.push(about(`${FOLDER}/${ORGANIZATION}`, text));
  }
  if (stages.length === 0 && misnamed.length === 0) {
    problems.push(about(`${FOLDER}/`, 'no stage; create a file such as environments/sandbox.yaml'));
  }
  return problems;
}

function about(file: string, text: string): Problem {
  return { at: { file }, path: '', text };
}

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error && 'code' in error) return String(error.code);
  throw error;
}
