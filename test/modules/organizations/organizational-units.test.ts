import { OrganizationalUnits } from '../../../modules/organizations/organizational-units';
import { synthModule } from '../../support/synth';
import { addresses, resourcesOf } from '../../support/terraform-json';

const synthUnits = (paths: string[]) =>
  synthModule((stack, provider) => {
    new OrganizationalUnits(stack, 'units', { provider, rootId: 'r-1', paths });
  });

describe('OrganizationalUnits', () => {
  it('makes the units above a path as well, each once', () => {
    const units = resourcesOf(synthUnits(['a/b/c', 'a/b/d']), 'aws_organizations_organizational_unit');
    expect(units.map((unit) => unit['name']).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('hangs topmost units on the root and the others on their parents', () => {
    const units = Object.entries(
      synthUnits(['a/b']).resource?.['aws_organizations_organizational_unit'] ?? {},
    );
    const named = (name: string) => units.find(([, unit]) => unit['name'] === name);
    expect(named('a')?.[1]['parent_id']).toBe('r-1');
    expect(named('b')?.[1]['parent_id']).toBe(
      `\${aws_organizations_organizational_unit.${named('a')?.[0]}.id}`,
    );
  });

  it('tells units of the same name under different parents apart', () => {
    expect(addresses(synthUnits(['a/x', 'b/x']))).toHaveLength(4);
  });

  it('keeps the addresses of the other units when one is added', () => {
    expect(addresses(synthUnits(['a/b', 'a/a', 'c']))).toEqual(
      expect.arrayContaining(addresses(synthUnits(['a/b', 'c']))),
    );
  });
});
