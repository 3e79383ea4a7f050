import { type Resources, merged, policy } from './resources';

/** An account that is not in the organization: AWS would look it up, the local cloud keeps it as it is. */
const FOREIGN_ROLE = 'arn:aws:iam::999988887777:role/kafka-connect';

const BUCKET = '${aws_s3_bucket.NAME.bucket}';

/** A key, a bucket that takes access logs, and a bucket with everything that a bucket of a lake has. */
export function keysAndBuckets(account: string): Resources {
  return merged(
    key(account),
    bucket('logs', account, {
      encryption: { sse_algorithm: 'AES256' },
      statements: [
        {
          Sid: 'AcceptAccessLogs',
          Effect: 'Allow',
          Principal: { Service: 'logging.s3.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `arn:aws:s3:::rt-logs-${account}/data/*`,
          Condition: {
            StringEquals: { 'aws:SourceAccount': account },
            ArnLike: { 'aws:SourceArn': `arn:aws:s3:::rt-data-${account}` },
          },
        },
      ],
    }),
    bucket('data', account, {
      encryption: { sse_algorithm: 'aws:kms', kms_master_key_id: '${aws_kms_key.data.arn}' },
      statements: [
        {
          Sid: 'WriteEvents',
          Effect: 'Allow',
          Principal: { AWS: FOREIGN_ROLE },
          Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
          Resource: `arn:aws:s3:::rt-data-${account}/events/*`,
        },
      ],
    }),
    {
      aws_s3_bucket_logging: {
        data: {
          bucket: BUCKET.replace('NAME', 'data'),
          target_bucket: BUCKET.replace('NAME', 'logs'),
          target_prefix: 'data/',
          depends_on: ['aws_s3_bucket_policy.logs'],
        },
      },
      aws_s3_object: {
        job: {
          bucket: BUCKET.replace('NAME', 'data'),
          key: 'jobs/job.py',
          content: 'print("hello")\n',
          server_side_encryption: 'aws:kms',
          kms_key_id: '${aws_kms_key.data.arn}',
          bucket_key_enabled: true,
          // After the policy: a policy that is evaluated without its conditions would refuse this.
          depends_on: ['aws_s3_bucket_policy.data', 'aws_s3_bucket_versioning.data'],
        },
      },
    },
  );
}

function key(account: string): Resources {
  return {
    aws_kms_key: {
      data: {
        description: 'Data of the round trip',
        enable_key_rotation: true,
        rotation_period_in_days: 180,
        deletion_window_in_days: 7,
        policy: policy({
          Sid: 'AccountDecidesByIam',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: 'kms:*',
          Resource: '*',
        }),
        tags: { Name: 'rt-data' },
      },
      // As the modules of this repository make it: with AWS's own period.
      yearly: { enable_key_rotation: true, deletion_window_in_days: 30 },
    },
    aws_kms_alias: { data: { name: 'alias/rt-data', target_key_id: '${aws_kms_key.data.key_id}' } },
  };
}

interface BucketProps {
  readonly encryption: object;
  readonly statements: readonly object[];
}

function bucket(name: string, account: string, { encryption, statements }: BucketProps): Resources {
  const fullName = `rt-${name}-${account}`;
  const reference = BUCKET.replace('NAME', name);
  const arn = `arn:aws:s3:::${fullName}`;
  return {
    aws_s3_bucket: { [name]: { bucket: fullName, force_destroy: true, tags: { Name: fullName } } },
    aws_s3_bucket_public_access_block: {
      [name]: {
        bucket: reference,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    aws_s3_bucket_ownership_controls: {
      [name]: { bucket: reference, rule: { object_ownership: 'BucketOwnerEnforced' } },
    },
    aws_s3_bucket_versioning: {
      [name]: { bucket: reference, versioning_configuration: { status: 'Enabled' } },
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      [name]: {
        bucket: reference,
        rule: [{ apply_server_side_encryption_by_default: encryption, bucket_key_enabled: true }],
      },
    },
    aws_s3_bucket_lifecycle_configuration: {
      [name]: {
        bucket: reference,
        rule: [
          {
            id: 'all-objects',
            status: 'Enabled',
            filter: [{}],
            transition: [{ days: 30, storage_class: 'STANDARD_IA' }],
            expiration: [{ days: 400 }],
            noncurrent_version_expiration: [{ noncurrent_days: 30 }],
            abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
          },
          {
            id: 'delete-markers',
            status: 'Enabled',
            filter: [{ prefix: 'deleted/' }],
            expiration: [{ expired_object_delete_marker: true }],
          },
        ],
        depends_on: [`aws_s3_bucket_versioning.${name}`],
      },
    },
    aws_s3_bucket_policy: {
      [name]: {
        bucket: reference,
        policy: policy(
          {
            Sid: 'DenyPlainHttp',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [arn, `${arn}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          ...statements,
        ),
        depends_on: [`aws_s3_bucket_public_access_block.${name}`],
      },
    },
  };
}
