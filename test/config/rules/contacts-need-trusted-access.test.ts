import { CORRECT, problemsWith, stageFileOfAccount, withContacts } from '../environment-folder';

const managed = (services: string) =>
  `${withContacts(CORRECT['organization.yaml'] ?? '')}organization: { managed: true, serviceAccess: [${services}] }\n`;

describe('contacts', () => {
  it('need nothing that is known of an organization of another team', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it('may be given when the organization trusts Account Management', () => {
    const organization = managed('account.amazonaws.com, sso.amazonaws.com');
    expect(problemsWith({ 'organization.yaml': organization })).toEqual([]);
  });

  it('fail when it is ours and does not, also for the contact of a single stage', () => {
    const message = [
      expect.stringMatching(
        /^environments\/organization\.yaml:\d+:\d+ {2}organization\.serviceAccess: expected account\.amazonaws\.com among the services with trusted access, because contacts are given; add it$/,
      ),
    ];
    const organization = managed('sso.amazonaws.com');
    expect(problemsWith({ 'organization.yaml': organization })).toEqual(message);
    const without = organization.replace(/contacts:\n(?: {2}.*\n)+/, '');
    expect(problemsWith({ 'organization.yaml': without })).toEqual([]);
    const contact = "contacts: { security: { name: A, title: B, email: c@acme.io, phone: '112' } }";
    const two = stageFileOfAccount('two', '10.2.0.0/16', contact);
    expect(problemsWith({ 'organization.yaml': without, 'two.yaml': two })).toEqual(message);
  });
});
