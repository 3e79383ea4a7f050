import type { Subject } from '../subject';
import type { OrganizationConfig } from '../schema/organization';
import type { Problem } from '../problem';
import type { Rule } from './rule';

/** Settings that only a state bucket has. */
const BUCKET_SETTINGS = ['managed', 'bucket', 'region', 'kmsKeyId'] as const;

/** State in S3 has a bucket, and nothing is said about a bucket that is not used, or a key that is made. */
export const stateBackendSettings: Rule = ({ organization }) => {
  const backend = organization?.config.state?.backend;
  if (!organization || backend === undefined) return [];
  if (backend === 's3') return bucketProblems(organization);
  return BUCKET_SETTINGS.filter((key) => organization.gives('state', key)).map((key) =>
    organization.problem(`has no effect with backend local; write backend: s3, or remove the line`, [
      'state',
      key,
    ]),
  );
};

function bucketProblems(organization: Subject<OrganizationConfig>): Problem[] {
  const isManaged = organization.config.state?.managed === true;
  const problems: Problem[] = [];
  if (organization.lacks('state', 'bucket')) {
    const which = isManaged ? 'a bucket that lz bootstrap is to make' : 'a bucket that exists already';
    const text = `s3 needs a bucket; add state.bucket, the name of ${which}`;
    problems.push(organization.problem(text, ['state', 'backend']));
  }
  if (isManaged && organization.gives('state', 'kmsKeyId')) {
    const text =
      'has no effect with managed: true, where the bucket has a key of its own; remove the line, or managed';
    problems.push(organization.problem(text, ['state', 'kmsKeyId']));
  }
  return isManaged ? problems : [...problems, ...keyElsewhere(organization)];
}

/** S3 encrypts with keys of the bucket's region only ("Using server-side encryption with AWS KMS keys", SSE-KMS). */
function keyElsewhere(organization: Subject<OrganizationConfig>): Problem[] {
  const { state, region } = organization.config;
  const where = organization.gives('state', 'region') ? state?.region : region;
  const keyRegion = state?.kmsKeyId?.split(':')[3];
  if (keyRegion === undefined || where === undefined || keyRegion === where) return [];
  const text = `is a key of ${keyRegion}, and S3 takes only keys of the region that the bucket is in, ${where}; name a key of ${where}, or write state.region: ${keyRegion} if the bucket is there`;
  return [organization.problem(text, ['state', 'kmsKeyId'])];
}
