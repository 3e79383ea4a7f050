/**
 * A problem that the user can solve: shown as its message alone, without a stack trace.
 *
 * The message says what was expected, what was found and what to do. Everything else that is thrown is a
 * bug of ours and is shown with its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
