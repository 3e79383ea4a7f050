import { randomBytes } from 'node:crypto';
import { UserError } from '../user-error';

/** Makes a client put something random before the name of the endpoint, so that its address is not cached. */
const RANDOM_HOST = 'remote-random-hostname';

/** Name of an endpoint in a `remote` line. AWS writes it without the `*.` that the API shows before it. */
const REMOTE = /^(remote\s+)(?:\*\.)?(\S+)/m;

/**
 * A profile for AWS's client, which knows {@link RANDOM_HOST}. AWS's export has the line; an export without it gets it.
 *
 * Source: "Unable to resolve Client VPN endpoint DNS name"
 * (https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/troubleshooting.html).
 *
 * @throws UserError when it is no profile
 */
export function forAwsClient(profile: string): string {
  const text = named(profile, (host) => host);
  return lines(text).includes(RANDOM_HOST) ? text : text.replace(REMOTE_LINE, `$&\n${RANDOM_HOST}`);
}

/** A whole `remote` line. */
const REMOTE_LINE = /^remote\s.*$/m;

/**
 * A profile for clients that do not know {@link RANDOM_HOST}: the random part is in it, as the same page advises.
 *
 * @throws UserError when it is no profile
 */
export function forAnyClient(profile: string): string {
  const label = randomBytes(8).toString('hex');
  return named(profile, (host) => `${label}.${host}`)
    .split('\n')
    .filter((line) => line.trim() !== RANDOM_HOST)
    .join('\n');
}

function named(profile: string, rename: (host: string) => string): string {
  if (!REMOTE.test(profile))
    throw new UserError('AWS gave a profile without a remote line; ask for it again');
  const text = profile.replace(REMOTE, (_, remote: string, host: string) => `${remote}${rename(host)}`);
  return text.endsWith('\n') ? text : `${text}\n`;
}

const lines = (text: string) => text.split('\n').map((line) => line.trim());
