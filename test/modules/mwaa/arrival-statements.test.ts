import { arrivalStatements } from '../../../modules/mwaa/arrival-statements';

const RAW = 'arn:aws:s3:::raw';
const CURATED = 'arn:aws:s3:::curated';

describe('arrivalStatements', () => {
  it('lists prefixes and reads nothing', () => {
    expect(arrivalStatements([{ bucketArn: RAW, prefix: 'events/' }])).toEqual([
      {
        Sid: 'SeeArrivals1',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: RAW,
        Condition: { StringLike: { 's3:prefix': ['events/*'] } },
      },
    ]);
  });

  it('keeps prefixes of one bucket apart from those of another, each named once', () => {
    const watched = [
      { bucketArn: RAW, prefix: 'a/' },
      { bucketArn: CURATED, prefix: 'b/' },
      { bucketArn: RAW, prefix: 'c/' },
      { bucketArn: RAW, prefix: 'a/' },
    ];
    expect(arrivalStatements(watched).map(({ Resource, Condition }) => [Resource, Condition])).toEqual([
      [RAW, { StringLike: { 's3:prefix': ['a/*', 'c/*'] } }],
      [CURATED, { StringLike: { 's3:prefix': ['b/*'] } }],
    ]);
  });

  it('says nothing when nothing is watched', () => {
    expect(arrivalStatements([])).toEqual([]);
  });
});
