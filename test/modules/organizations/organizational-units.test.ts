import { OrganizationalUnits } from '../../../modules/organizations/organizational-units';
import { synthModule } from '../../support/synth';
import { addresses } from '../../support/terraform-json';

const synthUnits = (paths: string[]) =>
  synthModule((stack, provider) => {
    new OrganizationalUnits(stack, 'units', { provider, rootId: 'r-1', paths });
  });

describe('OrganizationalUnits', () => {
  it('hangs topmost units on the root and the others on their parents', () => {
    const units = Object.entries(
      synthUnits(['a', 'a/b']).resource?.['aws_organizations_organizational_unit'] ?? {},
    );
    const named = (name: string) => units.find(([, unit]) => unit['name'] === name);
    expect(named('a')?.[1]['parent_id']).toBe('r-1');
    expect(named('b')?.[1]['parent_id']).toBe(
      `\${aws_organizations_organizational_unit.${named('a')?.[0]}.id}`,
    );
  });

  it('tells units of the same name under different parents apart', () => {
    expect(addresses(synthUnits(['a', 'a/x', 'b', 'b/x']))).toHaveLength(4);
  });

  it('keeps the addresses of the other units when one is added', () => {
    expect(addresses(synthUnits(['a', 'a/a', 'a/b', 'c']))).toEqual(
      expect.arrayContaining(addresses(synthUnits(['a', 'a/b', 'c']))),
    );
  });

  it('adopts units that exist already', () => {
    const json = synthModule((stack, provider) => {
      new OrganizationalUnits(stack, 'units', {
        provider,
        rootId: 'r-1',
        paths: ['a', 'a/b'],
        existingIds: { a: 'ou-a1b2-c3d4e5f6' },
      });
    });
    expect(json.import).toEqual([
      expect.objectContaining({
        id: 'ou-a1b2-c3d4e5f6',
        to: expect.stringContaining('.units_a_') as unknown,
      }),
    ]);
  });

  it('fails when a unit stands before the one above it', () => {
    expect(() => synthUnits(['a/b', 'a'])).toThrow('unit a/b stands before the unit above it');
  });
});
