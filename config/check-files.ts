import { isIdentity, withoutIdentity } from './identity';
import { merge } from './merge';
import type { Problem } from './problem';
import { type EnvironmentConfig, environmentSchema } from './schema/environment';
import { type OrganizationConfig, organizationSchema } from './schema/organization';
import type { StageFile } from './source/environment-files';
import type { YamlFile } from './source/read-yaml';
import { type MapTree, plain } from './source/tree';
import { Subject } from './subject';
import { draftOf } from './validate/draft';
import { checkAgainst, type SchemaProblem } from './validate/schema-problems';
import type { OtherFile } from './validate/unknown-key';

const STAGE_FILE: OtherFile = { name: "a stage's file", schema: environmentSchema };
const ORGANIZATION_FILE: OtherFile = { name: 'organization.yaml', schema: organizationSchema };

/** A file held against its schema. */
export interface CheckedFile<T> {
  readonly tree: MapTree;
  /** Absent when any value is wrong or missing. */
  readonly config: T | undefined;
  readonly problems: readonly Problem[];
  /** What the rules look at. */
  readonly subject: Subject<T>;
}

/** defaults.yaml held against the schema of a stage, of which it may leave out anything. */
export interface CheckedDefaults {
  readonly tree: MapTree | undefined;
  readonly isComplete: boolean;
  readonly problems: readonly Problem[];
}

/** @returns undefined when nothing of the file can be read. */
export function checkOrganization(file: YamlFile): CheckedFile<OrganizationConfig> | undefined {
  const { tree, complete } = file;
  if (!tree) return undefined;
  const verdict = checkAgainst(organizationSchema, tree, [STAGE_FILE]);
  const config = complete ? verdict.value : undefined;
  return {
    tree,
    config,
    problems: verdict.problems.filter((problem) => isNews(file, problem) && (complete || !problem.isMissing)),
    subject: new Subject<OrganizationConfig>({
      name: 'organization',
      tree,
      config: config ?? draftOf(organizationSchema, plain(tree), complete) ?? {},
      isComplete: complete,
    }),
  };
}

/** Checks defaults.yaml by itself, so that a mistake in it is found even when every stage overrides it. */
export function checkDefaults(file: YamlFile | undefined): CheckedDefaults {
  if (!file?.tree) return { tree: undefined, isComplete: file === undefined, problems: [] };
  const { tree, problems } = withoutIdentity(file.tree);
  const verdict = checkAgainst(environmentSchema, tree, [ORGANIZATION_FILE]);
  const refused = verdict.problems.filter((problem) => !problem.isMissing && isNews(file, problem));
  return { tree, isComplete: file.complete, problems: [...problems, ...refused] };
}

/**
 * Checks a stage's file laid over defaults.yaml.
 *
 * @returns undefined when nothing of the file can be read
 */
export function checkStage(
  file: StageFile,
  defaults: CheckedDefaults,
): CheckedFile<EnvironmentConfig> | undefined {
  if (!file.tree) return undefined;
  // Behind a syntax error the file may override anything: no default can be taken for the stage's value.
  const tree = file.complete && defaults.tree ? (merge(defaults.tree, file.tree) as MapTree) : file.tree;
  const isComplete = file.complete && defaults.isComplete;
  const verdict = checkAgainst(environmentSchema, tree, [ORGANIZATION_FILE]);
  const config = isComplete ? verdict.value : undefined;
  const isKnownMissing = (problem: SchemaProblem) =>
    isComplete || (file.complete && isIdentity(problem.keys));
  return {
    tree,
    config,
    problems: verdict.problems.filter((problem) =>
      problem.isMissing ? isKnownMissing(problem) : isNews(file, problem),
    ),
    subject: new Subject<EnvironmentConfig>({
      name: file.name,
      tree,
      config: config ?? draftOf(environmentSchema, plain(tree), isComplete) ?? {},
      isComplete,
    }),
  };
}

/**
 * False for what has been said already: values in defaults.yaml are checked with that file, and a value the
 * reader refused is not refused again for its type.
 */
function isNews(file: YamlFile, problem: SchemaProblem): boolean {
  return (
    problem.at.file === file.file &&
    !file.problems.some(({ path, at }) => path === problem.path && at.line === problem.at.line)
  );
}
