import { STAGE_ACCOUNT } from '../support/policies';
import {
  type Access,
  CI_APPLY,
  MANAGEMENT,
  may,
  mayNot,
  organization,
  watchedOrganization,
} from './pipelines-under-test';

const TRAIL = `arn:aws:cloudtrail:eu-west-1:${STAGE_ACCOUNT}:trail/landing-zone`;
const BUCKETS = ['landing-zone-trail', 'landing-zone-trail-access-logs'].map(
  (name) => `arn:aws:s3:::${name}-${STAGE_ACCOUNT}`,
);
const SERVICE = 'organizations:ServicePrincipal';

const apply = (action: string, resource: string, context?: Record<string, string>): Access => ({
  principal: CI_APPLY,
  action,
  resource,
  ...(context ? { context } : {}),
});

describe('the organization’s trail', () => {
  it.each([
    ['stopped', 'cloudtrail:StopLogging'],
    ['deleted', 'cloudtrail:DeleteTrail'],
    ['led elsewhere', 'cloudtrail:UpdateTrail'],
    ['told to leave events out', 'cloudtrail:PutEventSelectors'],
  ])('fails to be %s by apply', (_, action) => mayNot(watchedOrganization, apply(action, TRAIL)));

  it.each([
    ['made', 'cloudtrail:CreateTrail'],
    ['started', 'cloudtrail:StartLogging'],
    ['tagged', 'cloudtrail:AddTags'],
    ['read', 'cloudtrail:GetTrailStatus'],
  ])('is %s by apply', (_, action) => may(watchedOrganization, apply(action, TRAIL)));

  it('fails to lose its access to the organization, or to get another administrator', async () => {
    const trail = { [SERVICE]: 'cloudtrail.amazonaws.com' };
    const member = `arn:aws:organizations::${STAGE_ACCOUNT}:account/o-a1b2c3d4e5/111122223333`;
    await mayNot(watchedOrganization, apply('organizations:DisableAWSServiceAccess', '*', trail));
    await mayNot(watchedOrganization, apply('organizations:RegisterDelegatedAdministrator', member, trail));
    const guardDuty = { [SERVICE]: 'guardduty.amazonaws.com' };
    await may(watchedOrganization, apply('organizations:DisableAWSServiceAccess', '*', guardDuty));
    await may(watchedOrganization, apply('organizations:RegisterDelegatedAdministrator', member, guardDuty));
  });

  it('leaves other trails, and those of an organization without this one, to apply', async () => {
    await may(watchedOrganization, apply('cloudtrail:StopLogging', TRAIL.replace(/$/, '-two')));
    await may(organization, apply('cloudtrail:StopLogging', TRAIL.replace(STAGE_ACCOUNT, MANAGEMENT)));
  });
});

describe.each(BUCKETS)('%s', (bucket) => {
  it.each([
    's3:DeleteBucket',
    's3:DeleteBucketPolicy',
    's3:PutBucketAcl',
    's3:PutBucketLogging',
    's3:PutBucketObjectLockConfiguration',
    's3:PutBucketOwnershipControls',
    's3:PutBucketPolicy',
    's3:PutBucketPublicAccessBlock',
    's3:PutBucketVersioning',
    's3:PutEncryptionConfiguration',
    's3:PutLifecycleConfiguration',
    's3:PutReplicationConfiguration',
  ])('fails to stay as it is if apply may %s', (action) =>
    mayNot(watchedOrganization, apply(action, bucket)),
  );

  it.each(['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObject'])(
    'fails to keep its logs if apply may %s',
    async (action) => {
      const cap = watchedOrganization.boundary(CI_APPLY)?.document.Statement ?? [];
      // The bucket's policy refuses most of this too, and is not what is asked about.
      expect(cap.find(({ Sid }) => Sid === 'KeepLogs')).toMatchObject({
        Effect: 'Deny',
        Action: expect.arrayContaining([action]) as unknown,
      });
      await mayNot(watchedOrganization, apply(action, `${bucket}/AWSLogs/1.json.gz`));
    },
  );

  it.each(['s3:GetBucketPolicy', 's3:GetLifecycleConfiguration', 's3:PutBucketTagging'])(
    'lets apply %s',
    (action) => may(watchedOrganization, apply(action, bucket)),
  );
});
