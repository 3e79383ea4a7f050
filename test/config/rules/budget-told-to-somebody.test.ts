import { CORRECT, stageFileOfAccount, warningsWith, withContacts } from '../environment-folder';

const withoutContacts = withContacts(CORRECT['organization.yaml'] ?? '').replace(/ {2}billing: .*\n/, '');
const one = stageFileOfAccount('one', '10.1.0.0/16', 'budget: { subscribers: [a@acme.io] }');

describe('a budget', () => {
  it('tells the billing contact when nobody else is named', () => {
    expect(warningsWith({})).toEqual([]);
  });

  it('tells its own addresses, or those of the alarms', () => {
    const two = `${CORRECT['two.yaml']}monitoring: { subscribers: [b@acme.io] }\n`;
    const files = { 'organization.yaml': withoutContacts, 'one.yaml': one, 'two.yaml': two };
    expect(warningsWith(files)).toEqual([]);
  });

  it('is called useless when it tells nobody', () => {
    expect(warningsWith({ 'organization.yaml': withoutContacts, 'one.yaml': one })).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml:\d+:\d+ {2}account\.budget\.subscribers: nobody is told when the budget is spent; add addresses here, as monitoring\.subscribers, or a billing contact$/,
      ),
    ]);
  });
});
