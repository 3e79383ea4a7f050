import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const withTags = (tags: string) => ({
  'organization.yaml': `${CORRECT['organization.yaml']}tags: { CostCenter: '1' }\n`,
  'two.yaml': `${stageFile('two', '10.2.0.0/16')}tags: ${tags}\n`,
});

describe('keys of tags', () => {
  it('may be set again by a stage', () => {
    expect(problemsWith(withTags("{ CostCenter: '2' }"))).toEqual([]);
  });

  it('fails when two differ only in case', () => {
    expect(problemsWith(withTags("{ costcenter: '2' }"))).toEqual([
      'environments/two.yaml:8:21  tags.costcenter: differs only in case from "CostCenter" (environments/organization.yaml:7:21); write both the same way',
    ]);
  });
});
