import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const tags = (prefix: string, count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `${prefix}${index}: x`).join(', ')} }`;

const withTags = (organization: number, stage: number, account: number) => ({
  'organization.yaml': `${CORRECT['organization.yaml']}tags: ${tags('o', organization)}\n`,
  'two.yaml': `${stageFile('two', '10.2.0.0/16').replace('  unit:', `  tags: ${tags('a', account)}\n  unit:`)}tags: ${tags('s', stage)}\n`,
});

describe('the number of tags', () => {
  it('may be fifty on a resource, the four of the platform counted', () => {
    expect(problemsWith(withTags(20, 20, 6))).toEqual([]);
  });

  it('fails for fifty-one', () => {
    expect(problemsWith(withTags(20, 20, 7))).toEqual([
      'environments/two.yaml:5:3  account.tags: expected at most 50 tags on a resource, found 51: 20 in organization.yaml tags, 20 in tags, 7 in account.tags and Stage, ManagedBy, Name, for-use-with-amazon-emr-managed-policies; AWS allows no more',
    ]);
  });
});
