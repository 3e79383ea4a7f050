import { CORRECT, warningsWith, withContacts } from '../environment-folder';

const organization = withContacts(CORRECT['organization.yaml'] ?? '').replace(/ {2}security: .*\n/, '');
const aboutBreakGlass = (text: string) =>
  warningsWith({ 'organization.yaml': text }).filter((warning) => warning.includes('BreakGlass'));

describe('the use of BreakGlass', () => {
  it('is told to the security contact when nobody else is named', () => {
    expect(warningsWith({})).toEqual([]);
  });

  it('is told to the addresses of its own', () => {
    const told = `${organization}identity: { breakGlass: { subscribers: [a@acme.io] } }\n`;
    expect(aboutBreakGlass(told)).toEqual([]);
  });

  it('is warned of when it is told to nobody', () => {
    expect(aboutBreakGlass(organization)).toEqual([
      expect.stringMatching(
        /^environments\/organization\.yaml:\d+:\d+ {2}identity\.breakGlass\.subscribers: nobody is told when the permission set BreakGlass is used; add addresses here, or a security contact$/,
      ),
    ]);
  });
});
