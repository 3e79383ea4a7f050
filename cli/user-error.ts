export { UserError } from '../local/user-error';

/** Names of the errors that a user can solve. */
const USER_ERRORS: ReadonlySet<string> = new Set(['UserError', 'ConfigError']);

/**
 * Whether this is a user's mistake rather than a bug.
 *
 * Told by name and not by class: config, which imports nothing of ours, has an error class of its own, and a
 * command that never reads the configuration should not load it.
 */
export function isUserError(error: unknown): error is Error {
  return error instanceof Error && USER_ERRORS.has(error.name);
}

/** A user's mistake as it is printed: lines that begin with a file and its line stay as editors link them. */
export function userErrorText(error: Error): string {
  return error.name === 'ConfigError' ? error.message : `lz: ${error.message}`;
}
