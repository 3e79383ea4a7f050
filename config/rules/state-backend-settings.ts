import type { Rule } from './rule';

/** Settings that only a state bucket has. */
const BUCKET_SETTINGS = ['bucket', 'region', 'kmsKeyId'] as const;

/** State in S3 has a bucket, and nothing is said about a bucket that is not used. */
export const stateBackendSettings: Rule = ({ organization }) => {
  const backend = organization?.config.state?.backend;
  if (!organization || backend === undefined) return [];
  if (backend === 's3') {
    if (!organization.lacks('state', 'bucket')) return [];
    const text = 's3 needs a bucket; add state.bucket, the name of a bucket that exists already';
    return [organization.problem(text, ['state', 'backend'])];
  }
  return BUCKET_SETTINGS.filter((key) => organization.gives('state', key)).map((key) =>
    organization.problem(`has no effect with backend local; write backend: s3, or remove the line`, [
      'state',
      key,
    ]),
  );
};
