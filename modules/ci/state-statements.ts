import type { PolicyStatement } from '../iam/policy-document';
import { KEY_CHANGES, keyWithAlias } from './key-statements';

export interface StateAccess {
  readonly bucketName: string;
  readonly accountId: string;
  readonly region: string;
  /**
   * How the key of the bucket is found.
   *
   * @default - the bucket has no key of its own (SSE-S3)
   */
  readonly key?: { readonly arn: string } | { readonly alias: string };
}

/** State of the bucket itself, which no pipeline touches. */
export const STATE_STACK_KEY = 'state';

/**
 * Reading the state of every stack, and nothing else: plans of pull requests run without a lock.
 *
 * Source: "Permissions required", S3 backend (https://developer.hashicorp.com/terraform/language/backend/s3).
 */
export function readState(state: StateAccess): PolicyStatement[] {
  const bucketArn = `arn:aws:s3:::${state.bucketName}`;
  return [
    { Sid: 'FindState', Effect: 'Allow', Action: 's3:ListBucket', Resource: bucketArn },
    { Sid: 'ReadState', Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucketArn}/*` },
    ...useKey(state, 'DecryptState', 'kms:Decrypt'),
  ];
}

/** Reading and writing state, and making and removing locks. Old versions and the state of the bucket itself stay. */
export function writeState(state: StateAccess): PolicyStatement[] {
  const bucketArn = `arn:aws:s3:::${state.bucketName}`;
  return [
    ...readState(state),
    { Sid: 'WriteState', Effect: 'Allow', Action: 's3:PutObject', Resource: `${bucketArn}/*` },
    { Sid: 'RemoveLocks', Effect: 'Allow', Action: 's3:DeleteObject', Resource: `${bucketArn}/*.tflock` },
    ...useKey(state, 'EncryptState', 'kms:GenerateDataKey'),
  ];
}

/** What is never done to the state, whatever else allows it. A key that is known by its alias is for `keepKeys`. */
export function protectState({ bucketName, key }: StateAccess): PolicyStatement[] {
  const bucketArn = `arn:aws:s3:::${bucketName}`;
  return [
    {
      Sid: 'KeepStateBucket',
      Effect: 'Deny',
      Action: [
        's3:DeleteBucket*',
        's3:DeleteObjectVersion',
        's3:PutBucket*',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
      ],
      Resource: [bucketArn, `${bucketArn}/*`],
    },
    {
      Sid: 'KeepStateOfTheBucket',
      Effect: 'Deny',
      Action: ['s3:DeleteObject', 's3:PutObject'],
      Resource: [`${bucketArn}/${STATE_STACK_KEY}`, `${bucketArn}/${STATE_STACK_KEY}.tflock`],
    },
    {
      // All but locks, in whatever bucket and through whatever access point: nothing that the stacks of this account
      // have deletes an object, and no condition key knows how a name ends.
      Sid: 'DeleteOnlyLocks',
      Effect: 'Deny',
      Action: 's3:DeleteObject',
      NotResource: `${bucketArn}/*.tflock`,
    },
    ...(key && 'arn' in key
      ? [{ Sid: 'KeepStateKey', Effect: 'Deny', Action: KEY_CHANGES, Resource: key.arn } as const]
      : []),
  ];
}

function useKey({ key, accountId, region }: StateAccess, Sid: string, Action: string): PolicyStatement[] {
  if (key === undefined) return [];
  const place =
    'alias' in key ? keyWithAlias({ accountId, region, alias: key.alias }) : { Resource: key.arn };
  return [{ Sid, Effect: 'Allow', Action, ...place }];
}
