import { compareText } from './problem';
import { FOLDER } from './source/environment-files';
import { type MapTree, treeAt } from './source/tree';
import type { Path } from './source/location';

/** Files that name a group of IAM Identity Center, sorted, by its display name. */
export type GroupFiles = ReadonlyMap<string, readonly string[]>;

/** Sections of a stage whose keys are groups. */
const SECTIONS: readonly Path[] = [['access'], ['vpn', 'access']];

/**
 * Which files name a group: those of stages, and defaults.yaml for what stages have from it.
 *
 * @param stages each laid over defaults.yaml
 */
export function groupFiles(stages: readonly MapTree[]): GroupFiles {
  const files = new Map<string, Set<string>>();
  for (const tree of stages)
    for (const section of SECTIONS) {
      const groups = treeAt(tree, section);
      if (groups?.kind !== 'map') continue;
      for (const [group, { keyAt }] of groups.entries)
        files.set(group, (files.get(group) ?? new Set()).add(keyAt.file));
    }
  return new Map([...files].map(([group, names]) => [group, [...names].sort(compareText)]));
}

/** The groups of a section, each with the files that name it: where a wrong name is corrected. */
export function groupsInFiles(
  section: Readonly<Record<string, unknown>>,
  stage: string,
  files: GroupFiles = new Map(),
): Record<string, readonly string[]> {
  const own = `${FOLDER}/${stage}.yaml`;
  return Object.fromEntries(Object.keys(section).map((group) => [group, files.get(group) ?? [own]]));
}
