import { Bucket, type BucketProps } from '../../../modules/s3/bucket';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf, statements } from '../../support/terraform-json';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/data';

const synthBucket = (props: Partial<BucketProps> = {}) =>
  synthModule((stack, provider) => {
    new Bucket(stack, 'bucket', {
      provider,
      name: 'sandbox-raw-111122223333',
      kmsKeyArn: KEY,
      lifecycle: { noncurrentDays: 30, incompleteUploadDays: 7 },
      isDisposable: false,
      ...props,
    });
  });

const lifecycleRules = (lifecycle: Partial<BucketProps['lifecycle']>) =>
  onlyResource(
    synthBucket({ lifecycle: { noncurrentDays: 30, incompleteUploadDays: 7, ...lifecycle } }),
    'aws_s3_bucket_lifecycle_configuration',
  )['rule'] as object[];
const lifecycleRule = (lifecycle: Partial<BucketProps['lifecycle']> = {}) => lifecycleRules(lifecycle)[0];

const policyOf = (props: Partial<BucketProps> = {}) =>
  statements(onlyResource(synthBucket(props), 'aws_s3_bucket_policy')['policy']);

describe('Bucket', () => {
  it('cannot be made public', () => {
    expect(onlyResource(synthBucket(), 'aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  it('owns everything in it', () => {
    expect(onlyResource(synthBucket(), 'aws_s3_bucket_ownership_controls')['rule']).toEqual({
      object_ownership: 'BucketOwnerEnforced',
    });
  });

  it('encrypts with the given key and asks for data keys per bucket, not per object', () => {
    expect(onlyResource(synthBucket(), 'aws_s3_bucket_server_side_encryption_configuration')['rule']).toEqual(
      [
        {
          apply_server_side_encryption_by_default: { kms_master_key_id: KEY, sse_algorithm: 'aws:kms' },
          bucket_key_enabled: true,
        },
      ],
    );
  });

  it("encrypts with S3's own key when there is none", () => {
    expect(
      onlyResource(
        synthBucket({ kmsKeyArn: undefined }),
        'aws_s3_bucket_server_side_encryption_configuration',
      )['rule'],
    ).toEqual([{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }]);
  });

  it('keeps versions, and knows it before it is told which to delete', () => {
    const json = synthBucket();
    expect(onlyResource(json, 'aws_s3_bucket_versioning')['versioning_configuration']).toEqual({
      status: 'Enabled',
    });
    expect(onlyResource(json, 'aws_s3_bucket_lifecycle_configuration')['depends_on']).toEqual([
      expect.stringMatching(/^aws_s3_bucket_versioning\./),
    ]);
  });

  it('forgets old versions, unfinished uploads and markers of nothing, and keeps objects', () => {
    const rule = lifecycleRule();
    expect(rule).toMatchObject({
      status: 'Enabled',
      filter: [{}],
      noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      expiration: [{ expired_object_delete_marker: true }],
    });
    expect(rule).not.toHaveProperty('transition');
  });

  it('moves and deletes objects when told to', () => {
    expect(lifecycleRule({ infrequentAccessAfterDays: 30, expireAfterDays: 90 })).toMatchObject({
      transition: [{ days: 30, storage_class: 'STANDARD_IA' }],
      expiration: [{ days: 90 }],
    });
  });

  it('deletes objects below one prefix only when told so, and looks after all others as before', () => {
    const [all, expiring, ...others] = lifecycleRules({ expireAfterDays: 90, expirePrefix: 'logs/' });
    expect(all).toMatchObject({
      filter: [{}],
      expiration: [{ expired_object_delete_marker: true }],
      noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    });
    expect(expiring).toEqual({
      id: 'expiring-prefix',
      status: 'Enabled',
      filter: [{ prefix: 'logs/' }],
      expiration: [{ days: 90 }],
    });
    expect(others).toEqual([]);
  });

  it.each([true, false])('can be deleted with its objects when disposable (%s)', (isDisposable) => {
    expect(onlyResource(synthBucket({ isDisposable }), 'aws_s3_bucket')['force_destroy']).toBe(isDisposable);
  });

  it('refuses plain HTTP to everybody', () => {
    expect(policyOf()[0]).toMatchObject({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [
        expect.stringMatching(/^arn:aws:s3:::\$\{aws_s3_bucket\.\w+\.bucket\}$/),
        expect.stringMatching(/^arn:aws:s3:::\$\{aws_s3_bucket\.\w+\.bucket\}\/\*$/),
      ],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('refuses uploads that ask for another encryption, and no upload that asks for nothing', () => {
    const conditions = policyOf().flatMap(({ Sid, Condition }) =>
      Sid.startsWith('DenyOther') ? [Condition] : [],
    );
    expect(conditions).toEqual([
      {
        StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
        Null: { 's3:x-amz-server-side-encryption': 'false' },
      },
      {
        StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': KEY },
        Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
      },
    ]);
  });

  it.each([{ allowsOtherEncryption: true }, { kmsKeyArn: undefined }])(
    'takes any encryption with %j',
    (props) => {
      expect(policyOf(props).map(({ Sid }) => Sid)).toEqual(['DenyPlainHttp']);
    },
  );

  it('never allows anything to everybody', () => {
    expect(policyOf().filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
  });

  it('changes its policy after public access is blocked: S3 refuses both at once', () => {
    expect(onlyResource(synthBucket(), 'aws_s3_bucket_policy')['depends_on']).toEqual([
      expect.stringMatching(/^aws_s3_bucket_public_access_block\./),
    ]);
  });

  it('logs access once the target takes logs', () => {
    const json = synthModule((stack, provider) => {
      const props = {
        provider,
        lifecycle: { noncurrentDays: 1, incompleteUploadDays: 1 },
        isDisposable: false,
      };
      const bucket = new Bucket(stack, 'logs', { ...props, name: 'logs' });
      new Bucket(stack, 'data', { ...props, name: 'data', accessLogs: { bucket, prefix: 'data/' } });
    });
    expect(resourcesOf(json, 'aws_s3_bucket_logging')).toEqual([
      expect.objectContaining({
        target_prefix: 'data/',
        target_bucket: expect.stringMatching(/^\$\{aws_s3_bucket\.logs_\w+\.bucket\}$/) as string,
        depends_on: [expect.stringMatching(/^aws_s3_bucket_policy\.logs_/)],
      }),
    ]);
  });

  it('locks nothing unless it is told to, and then only once versions are kept', () => {
    expect(resourcesOf(synthBucket(), 'aws_s3_bucket_object_lock_configuration')).toEqual([]);
    const json = synthBucket({ objectLock: { mode: 'GOVERNANCE', days: 30 } });
    expect(onlyResource(json, 'aws_s3_bucket_object_lock_configuration')).toMatchObject({
      rule: { default_retention: { mode: 'GOVERNANCE', days: 30 } },
      depends_on: [expect.stringMatching(/^aws_s3_bucket_versioning\./)],
    });
  });
});
