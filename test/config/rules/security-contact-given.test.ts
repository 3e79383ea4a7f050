import { type Files, CORRECT, stageFileOfAccount, warningsWith, withContacts } from '../environment-folder';

const without = withContacts(CORRECT['organization.yaml'] ?? '').replace(/ {2}security: .*\n/, '');

/** BreakGlass tells the security contact, too, and warns for itself. */
const aboutContacts = (files: Files) =>
  warningsWith(files).filter((warning) => !warning.includes('BreakGlass'));

describe('a security contact', () => {
  it('may be that of the organization', () => {
    expect(warningsWith({})).toEqual([]);
  });

  it('is missed of every account that has none of its own', () => {
    const contact = "contacts: { security: { name: A, title: B, email: c@acme.io, phone: '112' } }";
    const one = stageFileOfAccount('one', '10.1.0.0/16', contact);
    expect(aboutContacts({ 'organization.yaml': without, 'one.yaml': one })).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml:\d+:\d+ {2}account\.contacts\.security: AWS knows nobody to tell when this account is abused; give a security contact here, or for all accounts as contacts\.security in environments\/organization\.yaml$/,
      ),
    ]);
  });
});
