import {
  OrganizationTrail,
  type OrganizationTrailProps,
} from '../../../modules/cloudtrail/organization-trail';
import { synthModule } from '../../support/synth';
import {
  type Attributes,
  onlyResource,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../../support/terraform-json';

const MANAGEMENT = '123456789012';
const TRAIL = `arn:aws:cloudtrail:eu-west-1:${MANAGEMENT}:trail/landing-zone`;

const synthTrail = (lock?: OrganizationTrailProps['lock']) =>
  synthModule((stack, provider) => {
    new OrganizationTrail(stack, 'trail', {
      provider,
      managementAccountId: MANAGEMENT,
      organizationId: 'o-a1b2c3d4e5',
      region: 'eu-west-1',
      keepDays: 2555,
      ...(lock && { lock }),
    });
  });

/** The resource of a type that belongs to one of the two buckets. */
function ofBucket(json: TerraformJson, type: string, bucket: 'bucket' | 'access-logs'): Attributes {
  const [found, ...more] = Object.entries(json.resource?.[type] ?? {}).filter(([name]) =>
    name.startsWith(`trail_${bucket}_`),
  );
  if (found === undefined || more.length > 0) throw new Error(`not one ${type} of ${bucket}`);
  return found[1];
}

describe('OrganizationTrail', () => {
  const json = synthTrail();
  const policyOf = (bucket: 'bucket' | 'access-logs') =>
    statements(ofBucket(json, 'aws_s3_bucket_policy', bucket)['policy']);
  const bucketPolicy = policyOf('bucket');

  it('records all regions of all accounts, with digests and a key of its own', () => {
    expect(onlyResource(json, 'aws_cloudtrail')).toMatchObject({
      is_organization_trail: true,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      kms_key_id: expect.stringContaining('aws_kms_key.') as unknown,
      depends_on: [expect.stringContaining('aws_s3_bucket_policy.trail_bucket_')],
    });
  });

  it('lets that trail alone write, below the management account and the organization', () => {
    const [write] = bucketPolicy.filter(({ Sid }) => Sid === 'CloudTrailWrites');
    expect(write?.Resource).toEqual([
      expect.stringMatching(new RegExp(`/AWSLogs/${MANAGEMENT}/\\*$`)),
      expect.stringMatching(/\/AWSLogs\/o-a1b2c3d4e5\/\*$/),
    ]);
    const admitted = [
      ...bucketPolicy.filter(({ Effect }) => Effect === 'Allow'),
      ...statements(onlyResource(json, 'aws_kms_key')['policy']).filter(({ Sid }) =>
        Sid.startsWith('CloudTrail'),
      ),
    ];
    expect(admitted).toHaveLength(4);
    for (const { Condition } of admitted)
      expect(Condition?.['StringEquals']).toMatchObject({ 'aws:SourceArn': TRAIL });
  });

  it('lets nobody delete logs, and keeps them for as long as it is told', () => {
    for (const bucket of ['bucket', 'access-logs'] as const) {
      expect(policyOf(bucket)).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        }),
      );
      expect(ofBucket(json, 'aws_s3_bucket_lifecycle_configuration', bucket)['rule']).toMatchObject([
        { expiration: [{ days: 2555 }] },
      ]);
      expect(ofBucket(json, 'aws_s3_bucket', bucket)['force_destroy']).toBe(false);
    }
  });

  it("logs who reads logs, in a bucket that takes this one's access logs alone", () => {
    const {
      bucket,
      target_bucket: target,
      target_prefix: prefix,
    } = onlyResource(json, 'aws_s3_bucket_logging');
    expect([bucket, target]).toEqual([
      expect.stringMatching(/^\$\{aws_s3_bucket\.trail_bucket_/),
      expect.stringMatching(/^\$\{aws_s3_bucket\.trail_access-logs_/),
    ]);
    const [accepts, ...more] = policyOf('access-logs').filter(({ Effect }) => Effect === 'Allow');
    expect(more).toEqual([]);
    expect(accepts).toMatchObject({
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: [expect.stringMatching(new RegExp(`/${String(prefix)}\\*$`))],
      Condition: {
        StringEquals: { 'aws:SourceAccount': MANAGEMENT },
        ArnLike: { 'aws:SourceArn': [`arn:aws:s3:::landing-zone-trail-${MANAGEMENT}`] },
      },
    });
  });

  it('locks logs when it is told to, and never the bucket that takes access logs', () => {
    expect(resourcesOf(json, 'aws_s3_bucket_object_lock_configuration')).toEqual([]);
    const locked = synthTrail({ mode: 'COMPLIANCE', days: 365 });
    const { rule, bucket } = onlyResource(locked, 'aws_s3_bucket_object_lock_configuration');
    expect(rule).toEqual({ default_retention: { mode: 'COMPLIANCE', days: 365 } });
    expect(bucket).toMatch(/^\$\{aws_s3_bucket\.trail_bucket_/);
  });
});
