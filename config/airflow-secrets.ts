/**
 * Names of settings whose value is a secret: those that Airflow itself marks as sensitive
 * (https://airflow.apache.org/docs/apache-airflow/stable/configurations-ref.html), and what people call theirs.
 */
const SECRET_NAME =
  /(?:^|_)(?:pass|passwd|password|passphrase|pwd|secret|credentials?|dsn|basic_auth|webhook(?:_url)?|token|(?:secret|fernet|private|access|api)_key)$/;

/** Airflow's own way to keep a secret out: the option's name with an ending, and where to find the secret as its value. */
const SECRET_ELSEWHERE =
  /_cmd$|_(?:pass|password|passphrase|key|secret|token|credentials|dsn|conn|broker_url|result_backend|auth)_secret$/;

/** What a secret looks like, whatever it is called. */
const SECRET_VALUES: readonly RegExp[] = [
  // "Understanding unique ID prefixes": access keys. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  // Their secret halves: 40 characters, which a hash in hexadecimal digits never is.
  /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[A-Za-z0-9+/]{40}$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /[a-z][a-z0-9+]*:\/\/[^\s/:@]*:[^\s/:@]+@/,
  // Tokens of GitHub, GitLab and Slack, and Slack's addresses, which are secrets themselves.
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-)\w{10}/,
  /\bhooks\.slack\.com\/(?:services|workflows|triggers)\//,
];

/**
 * Whether a setting of Airflow holds a secret, as far as can be told from what it looks like.
 *
 * @param name of the setting, without its section
 */
export function holdsSecret(name: string, value: string): boolean {
  const isNamedAsSecret = SECRET_NAME.test(name) && !SECRET_ELSEWHERE.test(name);
  return isNamedAsSecret || SECRET_VALUES.some((pattern) => pattern.test(value));
}
