import { organizationConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { StackPolicies } from '../../support/policies';
import { policyConfig } from '../../support/policy-config';
import { type Access, decide } from '../decide';

const organization = organizationConfig({ organization: { managed: true } });
const stack = new StackPolicies(parsedLandingZone({ ...policyConfig(), organization })['organization'] ?? {});
const MANAGEMENT = organization.managementAccountId;
const BUCKET = `arn:aws:s3:::landing-zone-trail-${MANAGEMENT}`;
const LOG = `${BUCKET}/AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/eu-west-1/2026/01/01/1.json.gz`;
const TRAIL = `arn:aws:cloudtrail:${organization.region}:${MANAGEMENT}:trail/landing-zone`;

const byCloudTrail = (action: string, sourceArn: string): Access => ({
  principal: 'cloudtrail.amazonaws.com',
  action,
  resource: LOG,
  context: {
    'aws:PrincipalIsAWSService': 'true',
    'aws:SourceArn': sourceArn,
    's3:x-amz-acl': 'bucket-owner-full-control',
  },
});
const byAdministrator = (action: string): Access => ({
  principal: 'arn:aws:iam::111122223333:role/admin',
  action,
  resource: LOG,
  context: { 'aws:PrincipalIsAWSService': 'false' },
});

describe('logs of the trail', () => {
  it('are written by the trail', async () => {
    await expect(decide(stack, byCloudTrail('s3:PutObject', TRAIL))).resolves.toBe('Allowed');
  });

  it('are written by no other trail', async () => {
    const other = TRAIL.replace(MANAGEMENT, '777788889999');
    await expect(decide(stack, byCloudTrail('s3:PutObject', other))).resolves.toMatch(/Denied$/);
  });

  it('are read by administrators of the account', async () => {
    await expect(decide(stack, byAdministrator('s3:GetObject'))).resolves.toBe('Allowed');
  });

  it.each([
    ['deleted', 's3:DeleteObject'],
    ['deleted for good', 's3:DeleteObjectVersion'],
    ['written over, after which the lifecycle deletes them', 's3:PutObject'],
  ])('are not %s by administrators of the account', async (_, action) => {
    await expect(decide(stack, byAdministrator(action))).resolves.toBe('ExplicitlyDenied');
  });
});
