import {
  type ServiceControlPolicy,
  type ServiceControlStatement,
  unlessDeploying,
} from './service-control-policy';

const ACL_ACTIONS = [
  's3:CreateBucket',
  's3:PutBucketAcl',
  's3:PutObject',
  's3:PutObjectAcl',
  's3:PutObjectVersionAcl',
] as const;

/** What an ACL can give somebody, by the end of the condition key that shows to whom. */
const GRANTS = {
  Read: 'read',
  Write: 'write',
  ReadAcp: 'read-acp',
  WriteAcp: 'write-acp',
  FullControl: 'full-control',
} as const;

/**
 * Most leaks of data are buckets that somebody opened. What closes them is the block of public access, which the baseline
 * of an account puts on all of its buckets, and deployments on each bucket of their own: here nobody else may change
 * either. Lifting one and setting one are the same action, so people set none themselves; new buckets have one from AWS.
 * ACLs for everybody are refused as well, should an account have no baseline yet, as far as headers of the request give
 * them; an ACL in its body no condition key shows, and bucket policies are not looked at: there only the blocks help.
 *
 * Sources: "Blocking public access to your Amazon S3 storage"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html), "Condition keys" and
 * "Amazon S3 predefined groups" in "Access control list (ACL) overview"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html).
 */
export const denyPublicS3: ServiceControlPolicy = {
  name: 'deny-public-s3',
  description: 'Blocks of public access to S3 stay, and ACLs name nobody who is the public',
  statements: (props): readonly ServiceControlStatement[] => [
    {
      Sid: 'KeepPublicAccessBlocks',
      Effect: 'Deny',
      Action: ['s3:PutAccountPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
      // The account's block has no resources, and the buckets are all of the account's.
      Resource: '*',
      Condition: unlessDeploying(props),
    },
    {
      Sid: 'DenyPublicAcls',
      Effect: 'Deny',
      Action: ACL_ACTIONS,
      // All buckets of all accounts.
      Resource: '*',
      Condition: {
        StringEquals: { 's3:x-amz-acl': ['authenticated-read', 'public-read', 'public-read-write'] },
      },
    },
    // A statement each: keys of one condition must all match.
    ...Object.entries(GRANTS).map(([name, grant]) => deniedGrant(name, grant)),
  ],
};

/** Grantees come as a list such as `id="…", uri="http://acs.amazonaws.com/groups/global/AllUsers"`: somewhere in it. */
function deniedGrant(name: string, grant: string): ServiceControlStatement {
  return {
    Sid: `DenyPublicGrant${name}`,
    Effect: 'Deny',
    Action: ACL_ACTIONS,
    // All buckets of all accounts.
    Resource: '*',
    Condition: { StringLike: { [`s3:x-amz-grant-${grant}`]: ['*AllUsers*', '*AuthenticatedUsers*'] } },
  };
}
