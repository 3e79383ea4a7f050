import { problemsWith, stageFile } from '../environment-folder';

const withTags = (tags: string) => ({ 'two.yaml': `${stageFile('two', '10.2.0.0/16')}tags: ${tags}\n` });

describe('tags that the platform sets', () => {
  it('leave room for others', () => {
    expect(problemsWith(withTags('{ Owner: data }'))).toEqual([]);
  });

  it.each(['Stage', 'managedby', 'name'])('fails when %s is set by hand', (key) => {
    expect(problemsWith(withTags(`{ ${key}: x }`))).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml:8:\d+ {2}tags\.\w+: (Stage|ManagedBy|Name) is set by the platform itself; remove the line$/,
      ),
    ]);
  });
});
