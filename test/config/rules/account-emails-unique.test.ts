import { problemsWith, stageFile } from '../environment-folder';

describe('root e-mail addresses', () => {
  it('may differ in what stands behind a plus', () => {
    expect(problemsWith({ 'three.yaml': stageFile('three', '10.3.0.0/16') })).toEqual([]);
  });

  it('fails when two differ only in case', () => {
    const file = stageFile('two', '10.2.0.0/16').replace('aws+two@acme.io', 'AWS+One@ACME.io');
    expect(problemsWith({ 'two.yaml': file })).toEqual([
      expect.stringContaining(
        'environments/two.yaml:4:10  account.email: "AWS+One@ACME.io" is used by one (environments/one.yaml:4:10) already',
      ),
    ]);
  });
});
