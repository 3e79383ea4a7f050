import { CORRECT, problemsWith } from '../environment-folder';

const withState = (state: string) => ({
  'organization.yaml': `${CORRECT['organization.yaml']}state: ${state}\n`,
});

describe('the state backend', () => {
  it.each([
    '{ backend: local }',
    '{ backend: s3, bucket: acme-state }',
    '{ backend: s3, managed: true, bucket: acme-state }',
    '{ backend: s3, bucket: acme-state, region: eu-west-2, kmsKeyId: arn:aws:kms:eu-west-2:123456789012:key/a1 }',
  ])('may be %s', (state) => {
    expect(problemsWith(withState(state))).toEqual([]);
  });

  it('fails for s3 without a bucket', () => {
    expect(problemsWith(withState('{ backend: s3 }'))).toEqual([
      'environments/organization.yaml:7:19  state.backend: s3 needs a bucket; add state.bucket, the name of a bucket that exists already',
    ]);
  });

  it('fails for a managed bucket without a name', () => {
    expect(problemsWith(withState('{ backend: s3, managed: true }'))).toEqual([
      'environments/organization.yaml:7:19  state.backend: s3 needs a bucket; add state.bucket, the name of a bucket that lz bootstrap is to make',
    ]);
  });

  it('fails for a managed bucket with a key of somebody else', () => {
    const key = 'kmsKeyId: arn:aws:kms:eu-west-2:123456789012:key/a1';
    expect(problemsWith(withState(`{ backend: s3, managed: true, bucket: acme-state, ${key} }`))).toEqual([
      expect.stringMatching(
        /state\.kmsKeyId: has no effect with managed: true, where the bucket has a key of its own/,
      ),
    ]);
  });

  it.each([
    ['', 'eu-west-1'],
    ['region: eu-central-1, ', 'eu-central-1'],
  ])('fails for a key of another region than the bucket’s (%s)', (region, where) => {
    const key = 'kmsKeyId: arn:aws:kms:eu-west-2:123456789012:key/a1';
    expect(problemsWith(withState(`{ backend: s3, bucket: acme-state, ${region}${key} }`))).toEqual([
      expect.stringMatching(
        new RegExp(
          `state\\.kmsKeyId: is a key of eu-west-2, and S3 takes only keys of the region that the bucket is in, ${where}; name a key of ${where}, or write state\\.region: eu-west-2 if the bucket is there$`,
        ),
      ),
    ]);
  });

  it('fails only for the bucket when that is malformed', () => {
    expect(problemsWith(withState('{ backend: s3, bucket: Acme_State }'))).toEqual([
      'environments/organization.yaml:7:31  state.bucket: expected an S3 bucket name: 3 to 63 lower-case letters, digits, hyphens and single dots, no IP address, none of the prefixes and suffixes that AWS keeps for itself, found "Acme_State"',
    ]);
  });

  it.each([
    'managed: true',
    'bucket: acme-state',
    'region: eu-west-2',
    'kmsKeyId: arn:aws:kms:eu-west-2:123456789012:key/a1',
  ])('fails for local with %s, which nothing would read', (setting) => {
    expect(problemsWith(withState(`{ ${setting} }`))).toEqual([
      expect.stringMatching(
        /^environments\/organization\.yaml:7:\d+ {2}state\.\w+: has no effect with backend local; write backend: s3, or remove the line$/,
      ),
    ]);
  });
});
