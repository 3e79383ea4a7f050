import { merge } from '../../config/merge';
import { readYaml } from '../../config/source/read-yaml';
import { plain, type Tree, treeAt } from '../../config/source/tree';

function read(file: string, text: string): Tree {
  const { tree } = readYaml(file, text);
  if (!tree) throw new Error(`${file} holds no map`);
  return tree;
}

function merged(below: string, above: string): Tree {
  return merge(read('below', below), read('above', above));
}

describe('merging a stage over defaults', () => {
  it.each([
    [
      'maps merge, at any depth',
      'a: { b: { c: 1, d: 2 } }',
      'a: { b: { d: 3, e: 4 } }',
      { a: { b: { c: 1, d: 3, e: 4 } } },
    ],
    ['lists replace', 'a: [1, 2, 3]', 'a: [4]', { a: [4] }],
    ['an empty list replaces', 'a: [1]', 'a: []', { a: [] }],
    ['an empty map changes nothing', 'a: { b: 1 }', 'a: {}', { a: { b: 1 } }],
    ['a value replaces a map', 'a: { b: 1 }', 'a: x', { a: 'x' }],
    ['a map replaces a value', 'a: x', 'a: { b: 1 }', { a: { b: 1 } }],
    ['nothing replaces too, to be refused later', 'a: { b: 1 }', 'a:', { a: null }],
  ])('%s', (_, below, above, expected) => {
    expect(plain(merged(below, above))).toEqual(expected);
  });

  it('keeps the place of every value', () => {
    const tree = merged('a:\n  b: 1\n  c: 2\n', 'a:\n\n\n  c: 3\n');
    expect([treeAt(tree, ['a', 'b'])?.at, treeAt(tree, ['a', 'c'])?.at]).toEqual([
      { file: 'below', line: 2, column: 6 },
      { file: 'above', line: 4, column: 6 },
    ]);
  });

  it('calls a merged map the one of the stage', () => {
    expect(treeAt(merged('a: { b: 1 }', '\n\na: { c: 1 }'), ['a'])?.at).toEqual({
      file: 'above',
      line: 3,
      column: 1,
    });
  });
});
