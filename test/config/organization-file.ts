import { CORRECT, type Files, problemsWith, stageFileOfAccount } from './environment-folder';

/** The printed problems of the correct organization.yaml with these lines at its end. */
export function problemsOfOrganization(lines: readonly string[], files: Files = {}): string[] {
  return problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}${lines.map((line) => `${line}\n`).join('')}`,
    ...files,
  });
}

/** Lines of organization.yaml and the files of stages, as Control Tower leaves them: it made the units and accounts. */
export const UNDER_CONTROL_TOWER = {
  units:
    'existingUnits: { workloads: ou-a1b2-c3d4e5f6, workloads/production: ou-a1b2-c3d4e5f7, workloads/non-production: ou-a1b2-c3d4e5f8 }',
  stages: {
    'one.yaml': stageFileOfAccount('one', '10.1.0.0/16', "id: '555566667777'"),
    'two.yaml': stageFileOfAccount('two', '10.2.0.0/16', "id: '666677778888'"),
  },
} as const;
