import { CORRECT, problemsWith } from '../environment-folder';

const withIdentity = (identity: string) =>
  problemsWith({ 'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: ${identity}\n` });

describe('groups that are made', () => {
  it("may be those of Identity Center's own directory", () => {
    expect(withIdentity('{ source: directory, groups: [devs, bi users] }')).toEqual([]);
  });

  it('fail where an identity provider brings them', () => {
    expect(withIdentity('{ groups: [devs] }')).toEqual([
      expect.stringContaining('identity.groups: groups are not made while identity.source is external'),
    ]);
  });

  it('fail when one is listed twice', () => {
    expect(withIdentity('{ source: directory, groups: [devs, devs] }')).toEqual([
      expect.stringContaining('identity.groups[1]: devs is listed twice; remove one of them'),
    ]);
  });
});
