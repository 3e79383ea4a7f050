export { UserError } from '../local/user-error';

/**
 * Whether this is a user's mistake rather than a bug.
 *
 * Told by name and not by class: config, which imports nothing of ours, has an error class of its own.
 */
export function isUserError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UserError';
}
