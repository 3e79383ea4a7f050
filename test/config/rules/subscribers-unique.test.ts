import { CORRECT, problemsOfAccount, problemsOfNetwork, problemsWith } from '../environment-folder';

const ofBudget = (list: string) => problemsOfAccount(`budget: { subscribers: [${list}] }`);
const ofAlarms = (list: string) => problemsOfNetwork(`monitoring: { subscribers: [${list}] }`);
const ofOrganization = (lines: string) =>
  problemsWith({ 'organization.yaml': `${CORRECT['organization.yaml']}${lines}\n` });

describe('addresses that are told of something', () => {
  it('may be several', () => {
    expect(ofBudget('a@acme.io, b@acme.io')).toEqual([]);
    expect(ofAlarms('a@acme.io, b@acme.io')).toEqual([]);
    expect(ofOrganization('identity: { breakGlass: { subscribers: [a@acme.io, b@acme.io] } }')).toEqual([]);
  });

  it('fail when one is there twice, in whatever case', () => {
    const said = 'is listed already, in which upper and lower case are the same; remove one of the two';
    expect(ofBudget('a@acme.io, A@acme.io')).toEqual([
      `environments/two.yaml:6:38  account.budget.subscribers[1]: "a@acme.io" ${said}`,
    ]);
    expect(ofAlarms('a@acme.io, b@acme.io, A@acme.io')).toEqual([
      `environments/two.yaml:8:51  monitoring.subscribers[2]: "a@acme.io" ${said}`,
    ]);
    expect(ofOrganization('identity: { breakGlass: { subscribers: [a@acme.io, A@acme.io] } }')).toEqual([
      `environments/organization.yaml:7:52  identity.breakGlass.subscribers[1]: "a@acme.io" ${said}`,
    ]);
    expect(ofOrganization('costAnomalies: { subscribers: [a@acme.io, A@acme.io] }')).toEqual([
      `environments/organization.yaml:7:43  costAnomalies.subscribers[1]: "a@acme.io" ${said}`,
    ]);
  });

  it('fail for a budget when there is none, or more than AWS tells', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => `a${index}@acme.io`).join(', ');
    for (const list of ['', eleven])
      expect(ofBudget(list)).toEqual([
        expect.stringMatching(/account\.budget\.subscribers: expected a list: 1 to 10 e-mail addresses; /),
      ]);
  });
});
