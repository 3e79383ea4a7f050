import { type Resources, policy } from '../resources';
import type { Management } from './management';

/** The bucket that keeps Terraform's state, with everything that guards it. */
export function stateBucket({ managementAccount, isChanged }: Management): Resources {
  const name = `rt-state-${managementAccount}`;
  const bucket = '${aws_s3_bucket.state.bucket}';
  return {
    aws_s3_bucket: { state: { bucket: name, force_destroy: true, tags: { Name: name } } },
    aws_s3_bucket_versioning: { state: { bucket, versioning_configuration: { status: 'Enabled' } } },
    aws_s3_bucket_server_side_encryption_configuration: {
      state: {
        bucket,
        rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }],
      },
    },
    aws_s3_bucket_public_access_block: {
      state: {
        bucket,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    aws_s3_bucket_policy: {
      state: {
        bucket,
        policy: policy(
          {
            Sid: 'DenyPlainHttp',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          {
            Sid: 'DenyOutsiders',
            Effect: 'Deny',
            Principal: '*',
            Action: isChanged ? ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] : 's3:GetObject',
            Resource: `arn:aws:s3:::${name}/*`,
            Condition: {
              StringNotEquals: { 'aws:PrincipalOrgID': '${aws_organizations_organization.this.id}' },
            },
          },
        ),
        depends_on: ['aws_s3_bucket_public_access_block.state'],
      },
    },
  };
}
