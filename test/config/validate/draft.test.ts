import { environmentSchema } from '../../../config/schema/environment';
import { organizationSchema } from '../../../config/schema/organization';
import { draftOf } from '../../../config/validate/draft';

describe('a draft', () => {
  it('holds the valid values and the built-in defaults', () => {
    const draft = draftOf(
      environmentSchema,
      { stage: 'x', region: 5, network: { zones: 'two', cidr: '10.0.0.0/16' } },
      true,
    );
    expect(draft).toMatchObject({
      stage: 'x',
      region: undefined,
      network: { cidr: '10.0.0.0/16', natGateways: 'single' },
    });
  });

  it('has no default in the place of an invalid value', () => {
    expect(draftOf(environmentSchema, { network: { zones: 'two' } }, true)?.network?.zones).toBeUndefined();
  });

  it('has no defaults at all when they may stand in a part that cannot be read', () => {
    expect(draftOf(environmentSchema, { network: {} }, false)?.network?.natGateways).toBeUndefined();
  });

  it('keeps the places of the elements of a list', () => {
    expect(draftOf(organizationSchema, { units: ['a', '/', 'b'] }, true)?.units).toEqual([
      'a',
      undefined,
      'b',
    ]);
  });

  it('keeps the valid tags', () => {
    expect(draftOf(organizationSchema, { tags: { a: 'x', b: 5 } }, true)?.tags).toEqual({ a: 'x' });
  });

  it.each([undefined, 5, null, []])('is nothing for %j', (data) => {
    expect(draftOf(environmentSchema, data, false)).toBeUndefined();
  });
});
