import { OrganizationTrail } from '../../../modules/cloudtrail/organization-trail';
import { synthModule } from '../../support/synth';
import { onlyResource, statements } from '../../support/terraform-json';

const MANAGEMENT = '123456789012';
const TRAIL = `arn:aws:cloudtrail:eu-west-1:${MANAGEMENT}:trail/landing-zone`;

describe('OrganizationTrail', () => {
  const json = synthModule((stack, provider) => {
    new OrganizationTrail(stack, 'trail', {
      provider,
      managementAccountId: MANAGEMENT,
      organizationId: 'o-a1b2c3d4e5',
      region: 'eu-west-1',
      keepDays: 2555,
    });
  });
  const bucketPolicy = statements(onlyResource(json, 'aws_s3_bucket_policy')['policy']);

  it('records all regions of all accounts, with digests and a key of its own', () => {
    expect(onlyResource(json, 'aws_cloudtrail')).toMatchObject({
      is_organization_trail: true,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      kms_key_id: expect.stringContaining('aws_kms_key.') as unknown,
      depends_on: [expect.stringContaining('aws_s3_bucket_policy.')],
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
    expect(bucketPolicy).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      }),
    );
    expect(onlyResource(json, 'aws_s3_bucket_lifecycle_configuration')['rule']).toMatchObject([
      { expiration: [{ days: 2555 }] },
    ]);
    expect(onlyResource(json, 'aws_s3_bucket')['force_destroy']).toBe(false);
  });
});
