import { UserError } from './user-error';

const SIGN_IN =
  'sign in to the management account (aws sso login, or the variables AWS_ACCESS_KEY_ID and so on), or put "npx lz local exec --" before the command for the local cloud';

/** Names of errors that say that the credentials are none, old or wrong. */
const NO_CREDENTIALS = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
]);

/**
 * Waits for an answer of AWS, and turns what a user can solve into words.
 *
 * @param purpose what the call was for, such as `to list accounts`
 * @throws UserError when there are no credentials, AWS says no, or it cannot be reached
 */
export async function explained<T>(call: Promise<T>, purpose: string): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const { name, message } = error as Error;
    if (NO_CREDENTIALS.has(name)) throw new UserError(`no usable AWS credentials ${purpose}; ${SIGN_IN}`);
    // Services mark their answers so; what Node could not connect to has a code.
    if (has(error, '$metadata')) throw new UserError(`AWS refused ${purpose} (${name}): ${message}`);
    if (has(error, 'code')) throw new UserError(`cannot reach AWS ${purpose}: ${message}`);
    throw error;
  }
}

const has = (error: unknown, key: string) => typeof error === 'object' && error !== null && key in error;
