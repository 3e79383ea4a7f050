import { tagPolicyDocument } from '../../../modules/organizations/tag-policy';

describe('a tag policy', () => {
  it('says how keys are spelt, and which values they take where there are any', () => {
    expect(JSON.parse(tagPolicyDocument({ CostCenter: ['4711'], Owner: [] }))).toEqual({
      tags: {
        costcenter: { tag_key: { '@@assign': 'CostCenter' }, tag_value: { '@@assign': ['4711'] } },
        owner: { tag_key: { '@@assign': 'Owner' } },
      },
    });
  });
});
