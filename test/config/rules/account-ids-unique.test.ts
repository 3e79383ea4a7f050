import { problemsWith, stageFile } from '../environment-folder';

const withId = (name: string, cidr: string, id: string) =>
  stageFile(name, cidr).replace('  unit:', `  id: '${id}'\n  unit:`);

describe('ids of accounts', () => {
  it('may be given when each is another', () => {
    const files = {
      'one.yaml': withId('one', '10.1.0.0/16', '222233334444'),
      'two.yaml': withId('two', '10.2.0.0/16', '012345678901'),
    };
    expect(problemsWith(files)).toEqual([]);
  });

  it('fails when two stages share one', () => {
    const files = {
      'one.yaml': withId('one', '10.1.0.0/16', '222233334444'),
      'two.yaml': withId('two', '10.2.0.0/16', '222233334444'),
    };
    expect(problemsWith(files)).toEqual([
      'environments/two.yaml:5:7  account.id: "222233334444" is used by one (environments/one.yaml:5:7) already; each stage has an account of its own',
    ]);
  });

  it('fails when a stage names the management account', () => {
    expect(problemsWith({ 'two.yaml': withId('two', '10.2.0.0/16', '111122223333') })).toEqual([
      expect.stringContaining(
        'environments/two.yaml:5:7  account.id: 111122223333 is the management account',
      ),
    ]);
  });
});
