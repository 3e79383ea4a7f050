import { type ServiceControlPolicy, unlessDeploying } from './service-control-policy';

/**
 * Most leaks of data are buckets that somebody opened. The baseline of an account blocks public access to all of its
 * buckets; here that block is kept in place, and ACLs for everybody are refused, should an account have no baseline
 * yet. Blocks of single buckets stay with their owners: next to the account's they can open nothing.
 *
 * Sources: "Blocking public access to your Amazon S3 storage"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html) and `s3:x-amz-acl`
 * in "Actions, resources, and condition keys for Amazon S3"
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html).
 */
export const denyPublicS3: ServiceControlPolicy = {
  name: 'deny-public-s3',
  description: 'Nobody opens S3 to the public',
  statements: (props) => [
    {
      Sid: 'KeepAccountPublicAccessBlock',
      Effect: 'Deny',
      Action: 's3:PutAccountPublicAccessBlock',
      // The action has no resources.
      Resource: '*',
      Condition: unlessDeploying(props),
    },
    {
      Sid: 'DenyPublicAcls',
      Effect: 'Deny',
      Action: [
        's3:CreateBucket',
        's3:PutBucketAcl',
        's3:PutObject',
        's3:PutObjectAcl',
        's3:PutObjectVersionAcl',
      ],
      // All buckets of all accounts.
      Resource: '*',
      Condition: {
        StringEquals: { 's3:x-amz-acl': ['authenticated-read', 'public-read', 'public-read-write'] },
      },
    },
  ],
};
