import { CORRECT, problemsWith } from '../environment-folder';

const problems = (count: number) => {
  const places = Array.from({ length: count }, (_, index) => `{ zone: raw, prefix: events/orders${index}/ }`);
  return problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml']}identity: { dataEngineer: { reads: [${places.join(', ')}] } }\n`,
  });
};

describe('the prefixes of DataEngineer', () => {
  it('may be many', () => {
    expect(problems(48)).toEqual([]);
  });

  it('fail when they do not fit into one policy', () => {
    expect(problems(60)).toEqual([
      expect.stringMatching(
        /^environments\/organization\.yaml:7:\d+ {2}identity\.dataEngineer: expected prefixes that fit into the 10240 characters which Identity Center allows a permission set, found 60 to read and 0 to write, which need about \d+; list a prefix that holds several of them$/,
      ),
    ]);
  });
});
