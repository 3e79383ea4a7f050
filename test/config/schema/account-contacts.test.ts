import { problemsOfAccount } from '../environment-folder';

const contact = (overrides: Record<string, string>) => {
  const values = { name: 'A team', title: 'Security', email: 'a@acme.io', phone: '+353 1', ...overrides };
  return problemsOfAccount(`contacts: { security: ${JSON.stringify(values)} }`);
};

describe('an alternate contact', () => {
  it.each<Record<string, string>>([
    { name: 'Jürgen O’Neil' },
    { email: 'a.b+c|d#e!f&g@mail.acme.co.uk' },
    { phone: '(0)30 1234-5678' },
    { name: 'n'.repeat(64), title: 't'.repeat(50), phone: '1'.repeat(25) },
  ])('may be %p', (values) => {
    expect(contact(values)).toEqual([]);
  });

  it.each([
    ['name', 'n'.repeat(65)],
    ['name', ' A team'],
    ['name', '${x}'],
    ['title', 't'.repeat(51)],
    ['title', ''],
    ['title', 'two\nlines'],
    ['email', "o'neil@acme.io"],
    ['email', 'a@acme'],
    ['email', `${'a'.repeat(250)}@acme.io`],
    ['phone', '1'.repeat(26)],
    ['phone', 'x12'],
    ['phone', '()'],
  ])('fails with %s %p', (key, value) => {
    expect(contact({ [key]: value })).toEqual([
      expect.stringContaining(`account.contacts.security.${key}: expected `),
    ]);
  });

  it('fails in part: AWS takes a contact as a whole', () => {
    expect(problemsOfAccount('contacts: { security: { name: A } }')).toEqual([
      expect.stringContaining('account.contacts.security'),
      expect.stringContaining('account.contacts.security'),
      expect.stringContaining('account.contacts.security'),
    ]);
  });
});
