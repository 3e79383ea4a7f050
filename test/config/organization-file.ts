import { CORRECT, type Files, problemsWith } from './environment-folder';

/** The printed problems of the correct organization.yaml with these lines at its end. */
export function problemsOfOrganization(lines: readonly string[], files: Files = {}): string[] {
  return problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}${lines.map((line) => `${line}\n`).join('')}`,
    ...files,
  });
}
