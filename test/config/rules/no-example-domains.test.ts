import { problemsOfOrganization } from '../organization-file';
import { CORRECT, problemsWith, stageFile, stageFileOfAccount, withContacts } from '../environment-folder';

const withEmail = (email: string) => stageFile('two', '10.2.0.0/16').replace('aws+two@acme.io', email);

describe('domains of e-mail addresses', () => {
  it.each(['aws@acme.io', 'aws@example.io', 'aws@myexample.com', 'aws@test.acme.io'])(
    'may be that of %s',
    (email) => {
      expect(problemsWith({ 'two.yaml': withEmail(email) })).toEqual([]);
    },
  );

  it('may be example domains in the shipped example', () => {
    const organization = CORRECT['organization.yaml']?.replace('111122223333', '123456789012') ?? '';
    const files = { 'organization.yaml': organization, 'two.yaml': withEmail('aws@example.com') };
    expect(problemsWith(files)).toEqual([]);
  });

  it.each(['aws@example.com', 'aws@EXAMPLE.org', 'aws@mail.example.net', 'aws@acme.test', 'aws@a.invalid'])(
    'fails for %s, which nobody can read',
    (email) => {
      expect(problemsWith({ 'two.yaml': withEmail(email) })).toEqual([
        `environments/two.yaml:4:10  account.email: nobody can receive mail at "${email}"; use an address of a mailbox your team reads`,
      ]);
    },
  );

  it('fails for an address that is told of alarms', () => {
    const two = stageFile('two', '10.2.0.0/16', 'monitoring: { subscribers: [a@acme.io, b@example.com] }');
    expect(problemsWith({ 'two.yaml': two })).toEqual([
      'environments/two.yaml:8:40  monitoring.subscribers[1]: nobody can receive mail at "b@example.com"; use an address of a mailbox your team reads',
    ]);
  });

  it('fails for an address that is told of costs', () => {
    expect(problemsOfOrganization(['costAnomalies: { subscribers: [a@acme.io, b@example.com] }'])).toEqual([
      'environments/organization.yaml:7:43  costAnomalies.subscribers[1]: nobody can receive mail at "b@example.com"; use an address of a mailbox your team reads',
    ]);
  });

  it('fails once for an address that every stage has from defaults.yaml', () => {
    const defaults = 'region: eu-west-1\nmonitoring: { subscribers: [b@example.com] }\n';
    expect(problemsWith({ 'defaults.yaml': defaults })).toEqual([
      expect.stringMatching(/^environments\/defaults\.yaml:2:29 {2}monitoring\.subscribers\[0\]: nobody can/),
    ]);
  });

  it('fails for contacts, of the organization and of an account', () => {
    const organization = withContacts(CORRECT['organization.yaml'] ?? '').replace(
      'security@acme.io',
      'a@example.com',
    );
    const contact = '{ name: A, title: B, email: b@example.com, phone: "112" }';
    const two = stageFileOfAccount('two', '10.2.0.0/16', `contacts: { billing: ${contact} }`);
    expect(problemsWith({ 'organization.yaml': organization, 'two.yaml': two })).toEqual([
      expect.stringMatching(/^environments\/organization\.yaml:\S+ {2}contacts\.security\.email: nobody can/),
      expect.stringMatching(/^environments\/two\.yaml:\S+ {2}account\.contacts\.billing\.email: nobody can/),
    ]);
  });
});
