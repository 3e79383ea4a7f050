import type { Location } from './source/location';

/**
 * Something wrong in the environment files, printed as
 * `environments/test.yaml:14:9  network.zones: expected 2 or 3, found "two" (text); write 2`.
 */
export interface Problem {
  readonly at: Location;
  /** Path of the value in its file, such as `network.zones`; empty when the whole file is meant. */
  readonly path: string;
  /** What is expected and found, or what clashes, then what to do: lower case, no final period. */
  readonly text: string;
}

/** One line for a terminal or a pull request. */
export function formatProblem({ at, path, text }: Problem): string {
  return `${formatLocation(at)}  ${path === '' ? '' : `${path}: `}${text}`;
}

/** `file:line:column`, or the file alone when no line is meant. */
export function formatLocation({ file, line, column }: Location): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`;
}

/**
 * Puts problems in the order of files and lines and drops repetitions: what defaults.yaml says wrong is
 * found once per stage.
 */
export function arrangeProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const line = formatProblem(problem);
      return !seen.has(line) && seen.add(line);
    })
    .sort(
      (a, b) =>
        compareText(a.at.file, b.at.file) ||
        (a.at.line ?? 0) - (b.at.line ?? 0) ||
        (a.at.column ?? 0) - (b.at.column ?? 0),
    );
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The environment files cannot be used. The message is ready to print: one line per problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([...problems.map(formatProblem), `${count} in environments/`].join('\n'));
  }
}
