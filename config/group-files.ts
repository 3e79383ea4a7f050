import { FOLDER } from './source/environment-files';
import { type MapTree, treeAt } from './source/tree';
import type { Path } from './source/location';

/** By stage, the file that names each group of IAM Identity Center, by its display name. */
export type GroupFiles = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Sections of a stage whose keys are groups. */
const SECTIONS: readonly Path[] = [['access'], ['vpn', 'access']];

/**
 * Which file names each group: the stage's own, or defaults.yaml for what it has from there. Never that of another stage:
 * what a stage is made of does not depend on the others.
 *
 * @param stages each laid over defaults.yaml
 */
export function groupFiles(stages: readonly { readonly name: string; readonly tree: MapTree }[]): GroupFiles {
  return new Map(
    stages.map(({ name, tree }) => {
      const sections = SECTIONS.map((path) => treeAt(tree, path));
      const groups = sections.flatMap((section) => (section?.kind === 'map' ? [...section.entries] : []));
      return [name, new Map(groups.map(([group, { keyAt }]) => [group, keyAt.file]))];
    }),
  );
}

/** The groups of a section of a stage, each with the file that names it: where a wrong name is corrected. */
export function groupsInFiles(
  section: Readonly<Record<string, unknown>>,
  stage: string,
  files: GroupFiles = new Map(),
): Record<string, string> {
  const own = `${FOLDER}/${stage}.yaml`;
  return Object.fromEntries(
    Object.keys(section).map((group) => [group, files.get(stage)?.get(group) ?? own]),
  );
}
