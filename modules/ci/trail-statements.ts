import { trailAccessLogsBucketName, trailArn, trailBucketName } from '../cloudtrail/trail-names';
import type { PolicyStatement } from '../iam/policy-document';

export interface TrailPlace {
  readonly accountId: string;
  /** Region that is the trail's home. */
  readonly region: string;
}

/**
 * What is never done to the organization's trail, whatever else allows it: it tells what pipelines did. Its buckets' settings
 * are refused too, though making the buckets takes the same calls: a lifecycle of a day or a policy that lets somebody in
 * ends a log as surely as deleting it. Tags can change. The trail's key is for `keepKeys`.
 */
export function protectTrail({ accountId, region }: TrailPlace): PolicyStatement[] {
  const bucketArns = [trailBucketName(accountId), trailAccessLogsBucketName(accountId)].map(
    (name) => `arn:aws:s3:::${name}`,
  );
  return [
    {
      Sid: 'KeepTrail',
      Effect: 'Deny',
      Action: [
        'cloudtrail:DeleteTrail',
        'cloudtrail:PutEventSelectors',
        'cloudtrail:StopLogging',
        'cloudtrail:UpdateTrail',
      ],
      Resource: trailArn(region, accountId),
    },
    {
      // Without trusted access the trail ends in every account but this, and a delegated administrator may change it.
      Sid: 'KeepTrailInTheOrganization',
      Effect: 'Deny',
      Action: ['organizations:DisableAWSServiceAccess', 'organizations:RegisterDelegatedAdministrator'],
      // The first has no resource type; for the second it is any account.
      Resource: '*',
      Condition: { StringEquals: { 'organizations:ServicePrincipal': 'cloudtrail.amazonaws.com' } },
    },
    {
      Sid: 'KeepTrailBuckets',
      Effect: 'Deny',
      Action: [
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
      ],
      Resource: bucketArns,
    },
    {
      Sid: 'KeepLogs',
      Effect: 'Deny',
      Action: ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObject'],
      Resource: bucketArns.map((arn) => `${arn}/*`),
    },
  ];
}
