import { problemsWith, stageFile } from '../environment-folder';

describe('names of accounts', () => {
  it('may be anything as long as they differ', () => {
    const file = stageFile('two', '10.2.0.0/16').replace('data-two', 'Data platform (2)');
    expect(problemsWith({ 'two.yaml': file })).toEqual([]);
  });

  it('fails when two stages share one', () => {
    const file = stageFile('two', '10.2.0.0/16').replace('data-two', 'data-one');
    expect(problemsWith({ 'two.yaml': file })).toEqual([
      'environments/two.yaml:3:9  account.name: "data-one" is used by one (environments/one.yaml:3:9) already; each account has its own name',
    ]);
  });
});
