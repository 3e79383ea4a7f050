import type { AwsCall } from '../aws-call';
import type { MotoClient } from '../moto-client';
import { parseXml, textAt } from '../moto-query';
import type { EnvironmentDescription } from './mwaa-environment-description';
import { mwaaValidation } from './mwaa-errors';

const PUBLIC_ACCESS_BLOCK = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

/**
 * Refuses a bucket that is not there, not versioned, in another region or not closed to the public, all of
 * which MWAA looks at before it creates anything.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-s3-bucket.html. The bucket's own settings are
 * looked at, not those of its account.
 */
export async function checkSourceBucket(arn: string, call: AwsCall, moto: MotoClient): Promise<void> {
  const bucket = bucketOf(arn);
  const ask = (method: string, path: string) => moto.rest('s3', method, `/${bucket}${path}`, '', call);
  const head = await ask('HEAD', '');
  if (head.status === 404)
    throw mwaaValidation(`Invalid request provided: S3 bucket ${bucket} does not exist`);
  const region = head.headers['x-amz-bucket-region'];
  if (typeof region === 'string' && region !== call.region)
    throw mwaaValidation(
      `Invalid request provided: S3 bucket ${bucket} is in ${region}, the environment in ${call.region}`,
    );
  const versioning = parseXml((await ask('GET', '?versioning')).body.toString());
  if (textAt(versioning, 'Status') !== 'Enabled')
    throw mwaaValidation(
      `Invalid request provided: Provided bucket does not have versioning enabled for s3 bucket ${bucket}.`,
    );
  const block = await ask('GET', '?publicAccessBlock');
  const settings = block.status === 200 ? parseXml(block.body.toString()) : undefined;
  if (!PUBLIC_ACCESS_BLOCK.every((name) => textAt(settings, name)?.toLowerCase() === 'true'))
    throw mwaaValidation(
      `Invalid request provided: Provided bucket does not have BlockPublicAccess set for s3 bucket ${bucket}.`,
    );
}

/**
 * Refuses files that are not in the bucket, and names the newest version of those that came without one: what
 * MWAA runs from then on.
 *
 * The DAG folder may be empty and need not be there yet.
 */
export async function withFileVersions(
  description: EnvironmentDescription,
  call: AwsCall,
  moto: MotoClient,
): Promise<EnvironmentDescription> {
  const bucket = bucketOf(description.SourceBucketArn);
  const versions: Record<string, string> = {};
  for (const file of ['Plugins', 'Requirements', 'StartupScript'] as const) {
    const path = description[`${file}S3Path`];
    if (path === undefined) continue;
    const version = description[`${file}S3ObjectVersion`];
    const query = version === undefined ? '' : `?versionId=${encodeURIComponent(version)}`;
    const key = path.split('/').map(encodeURIComponent).join('/');
    const { status, headers } = await moto.rest('s3', 'HEAD', `/${bucket}/${key}${query}`, '', call);
    if (status !== 200)
      throw mwaaValidation(
        `Invalid request provided: ${file}S3Path ${path}${version === undefined ? '' : ` with version ${version}`} does not exist in s3 bucket ${bucket}.`,
      );
    const newest = headers['x-amz-version-id'];
    if (version === undefined && typeof newest === 'string') versions[`${file}S3ObjectVersion`] = newest;
  }
  return { ...description, ...versions };
}

function bucketOf(arn: string): string {
  return arn.split(':::')[1] ?? '';
}
