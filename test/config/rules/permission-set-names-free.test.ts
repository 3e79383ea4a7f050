import { CORRECT, problemsWith } from '../environment-folder';

const withSet = (name: string) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: { permissionSets: { ${name}: { description: Looks } } }\n`,
  });

describe('the name of a permission set', () => {
  it('may be any that is free', () => {
    expect(withSet('Auditor')).toEqual([]);
  });

  it('fails when this project brings one that is called so', () => {
    expect(withSet('Billing')).toEqual([
      expect.stringContaining(
        'identity.permissionSets.Billing: Billing is the name of a permission set that this project brings; choose another name',
      ),
    ]);
  });

  it('fails with a character or a length that AWS refuses', () => {
    for (const name of ['"bad name!"', 'A'.repeat(33)]) expect(withSet(name)).toHaveLength(1);
  });
});
