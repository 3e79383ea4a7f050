import { problemsOfAccount } from '../environment-folder';

const subscribers = (list: string) => problemsOfAccount(`budget: { subscribers: [${list}] }`);

describe('who is told about a budget', () => {
  it('may be several', () => {
    expect(subscribers('a@acme.io, b@acme.io')).toEqual([]);
  });

  it('fails when one is there twice, in whatever case', () => {
    expect(subscribers('a@acme.io, A@acme.io')).toEqual([
      'environments/two.yaml:6:38  account.budget.subscribers[1]: "a@acme.io" is listed already, in which upper and lower case are the same; remove one of the two',
    ]);
  });

  it('fails for an empty list and for more than AWS tells', () => {
    const eleven = Array.from({ length: 11 }, (_, index) => `a${index}@acme.io`).join(', ');
    for (const list of ['', eleven])
      expect(subscribers(list)).toEqual([
        expect.stringMatching(/account\.budget\.subscribers: expected a list: 1 to 10 e-mail addresses; /),
      ]);
  });
});
