import { CORRECT, problemsOfAccount, problemsWith, stageFileOfAccount } from '../environment-folder';

describe('the unit for suspended accounts', () => {
  const two = stageFileOfAccount('two', '10.2.0.0/16', 'lifecycle: suspended');

  it('need not be there while all accounts are in use', () => {
    expect(problemsOfAccount('lifecycle: active')).toEqual([]);
  });

  it('may be listed, or another one that is', () => {
    const listed = CORRECT['organization.yaml']?.replace('/non-production]', '/non-production, suspended]');
    expect(problemsWith({ 'organization.yaml': listed ?? '', 'two.yaml': two })).toEqual([]);
    const named = `${CORRECT['organization.yaml']}suspendedUnit: workloads\n`;
    expect(problemsWith({ 'organization.yaml': named, 'two.yaml': two })).toEqual([]);
  });

  it.each(['suspended', 'closing'])('fails when it is not listed and an account is %s', (lifecycle) => {
    expect(problemsOfAccount(`lifecycle: ${lifecycle}`)).toEqual([
      `environments/two.yaml:6:14  account.lifecycle: ${lifecycle} needs the unit "suspended", which units in environments/organization.yaml does not list; add suspended there, or name another unit as suspendedUnit`,
    ]);
  });

  it('fails for a life cycle that there is not, with the way through it', () => {
    expect(problemsOfAccount('lifecycle: closed')).toEqual([
      'environments/two.yaml:6:14  account.lifecycle: expected active, suspended or closing, found "closed"; the way from one to the next is in docs/runbooks/close-account.md',
    ]);
  });
});
