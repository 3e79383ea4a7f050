import type { PolicyStatement } from '../iam/policy-document';

/** A key that is known by its alias: nobody knows its id before it is there. */
export interface KeyAlias {
  readonly accountId: string;
  readonly region: string;
  /** Without `alias/`. */
  readonly alias: string;
}

/** What takes a key away from those who need it, or gives it to somebody else. */
export const KEY_CHANGES = [
  'kms:CreateGrant',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
] as const;

/**
 * What takes an alias off a key, or gives it to another one. AWS asks about the alias and about the key, and each may
 * refuse ("Controlling access to aliases", https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html).
 */
export const ALIAS_CHANGES = ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:UpdateAlias'] as const;

/** Where a statement about such a key holds. */
export function keyWithAlias({ accountId, region, alias }: KeyAlias) {
  return {
    Resource: `arn:aws:kms:${region}:${accountId}:key/*`,
    Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': `alias/${alias}` } },
  };
}

/**
 * Keys stay as they are, and so do their aliases: without that, no statement that knows a key by its alias would hold any
 * more. For all keys at once: a cap is one policy, and has 6,144 characters.
 *
 * @param aliases without `alias/`
 */
export function keepKeys(accountId: string, aliases: readonly string[]): PolicyStatement[] {
  const names = aliases.map((alias) => `alias/${alias}`);
  return [
    {
      Sid: 'KeepKeys',
      Effect: 'Deny',
      Action: [...KEY_CHANGES, ...ALIAS_CHANGES],
      // Ids are AWS's to choose, and each key has the region of what it encrypts.
      Resource: `arn:aws:kms:*:${accountId}:key/*`,
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': names } },
    },
    {
      Sid: 'KeepKeyAliases',
      Effect: 'Deny',
      Action: ALIAS_CHANGES,
      Resource: names.map((name) => `arn:aws:kms:*:${accountId}:${name}`),
    },
  ];
}
