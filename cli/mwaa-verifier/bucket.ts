import type { Check, Finding } from './check';
import { blocks, type Resource, texts, type VerifiedEnvironment } from './verified-environment';

const SETTINGS = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];

/**
 * MWAA refuses a bucket that is public or keeps no versions.
 *
 * Source: "Create an Amazon S3 bucket for Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-s3-bucket.html).
 */
export const bucket: Check = {
  id: 'bucket',
  title: 'The bucket with DAGs blocks public access and keeps versions',
  check: (environment) => {
    const [source] = environment.referred(environment.attributes['source_bucket_arn'], 'aws_s3_bucket');
    if (source === undefined) {
      const text = `expected a bucket of this stack, found ${texts(environment.attributes['source_bucket_arn']).join()}, whose settings cannot be read here`;
      return [{ at: environment.address, text }];
    }
    return [...publicFindings(environment, source), ...versionFindings(environment, source)];
  },
};

function publicFindings(environment: VerifiedEnvironment, source: Resource): Finding[] {
  const settings = [
    ...environment.companions('aws_s3_bucket_public_access_block', 'bucket', source),
    ...environment.resources('aws_s3_account_public_access_block'),
  ];
  const open = SETTINGS.filter((name) => !settings.some(({ attributes }) => attributes[name] === true));
  if (open.length === 0) return [];
  const text = `expected that public access is blocked, for the bucket or the account, found ${open.join(', ')} off; turn it on`;
  return [{ at: source.address, text }];
}

function versionFindings(environment: VerifiedEnvironment, source: Resource): Finding[] {
  const states = environment
    .companions('aws_s3_bucket_versioning', 'bucket', source)
    .flatMap(({ attributes }) => blocks(attributes['versioning_configuration']))
    .map(({ status }) => String(status));
  if (states.includes('Enabled')) return [];
  const text = `expected versioning Enabled, found ${states.join() || 'none'}; MWAA takes versions of objects`;
  return [{ at: source.address, text }];
}
