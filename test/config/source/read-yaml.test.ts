import { formatProblem } from '../../../config/problem';
import { readYaml } from '../../../config/source/read-yaml';
import { plain } from '../../../config/source/tree';

const problemsOf = (text: string) => readYaml('f.yaml', text).problems.map(formatProblem);
const dataOf = (text: string) => {
  const { tree } = readYaml('f.yaml', text);
  return tree && plain(tree);
};

describe('reading YAML', () => {
  it('reads text, numbers, true, false and nothing', () => {
    expect(dataOf('a: x\nb: 1\nc: true\nd:\ne: ~\nf: yes\n')).toEqual({
      a: 'x',
      b: 1,
      c: true,
      d: null,
      e: null,
      f: 'yes',
    });
  });

  it('takes keys as text', () => {
    expect(dataOf('1: a\ntrue: b\n')).toEqual({ '1': 'a', true: 'b' });
  });

  it.each(['\ufeffa: 1\n', 'a: 1\r\n', '---\na: 1\n', '# comment\n\na: 1', '%YAML 1.2\n---\na: 1\n'])(
    'reads %j like any other file',
    (text) => {
      expect([dataOf(text), problemsOf(text)]).toEqual([{ a: 1 }, []]);
    },
  );

  it.each([
    [
      'a repeated key',
      'a: 1\nb: { c: 1, c: 2 }\n',
      'f.yaml:2:12  b.c: given twice, first on line 2; keep one',
    ],
    [
      'a key that JavaScript would lose',
      '__proto__: { a: 1 }\n',
      'f.yaml:1:1  __proto__: this name cannot be used; choose another',
    ],
    [
      'an alias',
      'a: &x 1\nb: *x\n',
      'f.yaml:2:4  b: aliases such as *x are not read; write the value out, or put what stages share in defaults.yaml',
    ],
    [
      'an alias to nowhere',
      'b: *x\n',
      'f.yaml:1:4  b: aliases such as *x are not read; write the value out, or put what stages share in defaults.yaml',
    ],
    [
      'an alias to itself',
      'b: &x [*x]\n',
      'f.yaml:1:8  b[0]: aliases such as *x are not read; write the value out, or put what stages share in defaults.yaml',
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2\n',
      'f.yaml:2:1  not valid YAML: source contains multiple documents; remove the line with ---; the lines after it are not checked yet',
    ],
    [
      'a tab',
      'a:\n\tb: 1\n',
      'f.yaml:2:1  not valid YAML: tabs are not allowed as indentation; use spaces; the lines after it are not checked yet',
    ],
    [
      'a colon in a value',
      'a: b: c\n',
      'f.yaml:1:4  not valid YAML: nested mappings are not allowed in compact mappings; put a value that contains ": " in quotes, or check the indentation; the lines after it are not checked yet',
    ],
    [
      'a quote that is not closed, where it was opened',
      'z: 1\na: "b\nc: 1\n',
      'f.yaml:2:4  not valid YAML: " is not closed; close it with "; the lines after it are not checked yet',
    ],
    [
      'the same before another text in quotes',
      "a: 'b\nc: 'd'\ne: 1\n",
      "f.yaml:1:4  not valid YAML: ' is not closed; close it with '; the lines after it are not checked yet",
    ],
    [
      'a quote that is not closed, and not the bracket it takes along',
      'a: [\n  "x, y ]\nb: 1\n',
      'f.yaml:2:3  not valid YAML: " is not closed; close it with "; the lines after it are not checked yet',
    ],
    [
      'a quote that the next one closes',
      'a: { b: "x, c: "y" }\n',
      'f.yaml:1:17  not valid YAML: the text that began with " has ended before this; write \\" for a " inside it, or close it where it ends; the lines after it are not checked yet',
    ],
    [
      'a quote inside a text in quotes',
      "a: 'it's'\n",
      "f.yaml:1:8  not valid YAML: the text that began with ' has ended before this; write '' for a ' inside it, or close it where it ends; the lines after it are not checked yet",
    ],
    [
      'a colon that is missing',
      'a: 1\nn:\n  b: 2\n  zones 3 # three\n  c: 4\n',
      'f.yaml:4:3  not valid YAML: a colon is missing after zones; write zones: 3; the lines after it are not checked yet',
    ],
    [
      'a colon that is missing on the last line',
      'a: 1\nzones 3\n',
      'f.yaml:2:1  not valid YAML: a colon is missing after zones; write zones: 3; the lines after it are not checked yet',
    ],
    [
      'a key alone',
      'a: 1\nzones\nb: 2\n',
      'f.yaml:2:1  not valid YAML: a colon is missing after zones; write zones: and its value; the lines after it are not checked yet',
    ],
    [
      'a space that is missing after a colon',
      'a: 1\nzones:3\nb: 2\n',
      'f.yaml:2:1  not valid YAML: a space is missing after zones:; write zones: 3; the lines after it are not checked yet',
    ],
    [
      'an item of a list among keys',
      'a: 1\n- b\n',
      'f.yaml:2:1  not valid YAML: an item of a list stands among keys; indent it below the key that it belongs to; the lines after it are not checked yet',
    ],
    [
      'a key on two lines',
      'a: 1\n"b\n c": 2\n',
      'f.yaml:2:1  not valid YAML: implicit keys need to be on a single line; the lines after it are not checked yet',
    ],
    [
      'a bracket that is not closed, where it was opened',
      'a: 1\nb: [c, d\n\n# end\n',
      'f.yaml:2:4  not valid YAML: [ is not closed; close it with ]; the lines after it are not checked yet',
    ],
    [
      'a brace that is not closed, and not what follows from it',
      'n:\n  b: { c: 1, d: [e]\n  zones: 3\n  x: 1\n',
      'f.yaml:2:6  not valid YAML: { is not closed; close it with }; the lines after it are not checked yet',
    ],
    [
      'the inner of two brackets',
      'b: { c: [d, e }\nf: 1\n',
      'f.yaml:1:9  not valid YAML: [ is not closed; close it with ]; the lines after it are not checked yet',
    ],
    [
      'a tag',
      'a: !secret x\n',
      'f.yaml:1:4  not valid YAML: unresolved tag: !secret; write the plain value; the lines after it are not checked yet',
    ],
    [
      'a list for a key',
      '[a]: 1\n',
      'f.yaml:1:1  not valid YAML: with stringKeys, all keys must be strings; keys are plain text; the lines after it are not checked yet',
    ],
    ['an empty file', '', 'f.yaml:1:1  the file is empty; fill it in like the files beside it, or delete it'],
    [
      'a file of comments',
      '# stage: x\n',
      'f.yaml:1:1  the file is empty; fill it in like the files beside it, or delete it',
    ],
    [
      'a list at the top',
      '- a\n',
      'f.yaml:1:1  expected keys and values, such as `region: eu-west-1`, at the top of the file; see the files beside it',
    ],
    [
      'text at the top',
      'hello\n',
      'f.yaml:1:1  expected keys and values, such as `region: eu-west-1`, at the top of the file; see the files beside it',
    ],
  ])('fails for %s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('fails for a list that is not indented as far as its key, at the key and at the item', () => {
    expect(problemsOf('a:\n  b:\n- c\n')).toEqual([
      "f.yaml:2:5  not valid YAML: the list that follows is not this key's; indent it below the key that it belongs to; the lines after it are not checked yet",
      'f.yaml:3:1  not valid YAML: an item of a list stands among keys; indent it below the key that it belongs to',
    ]);
  });

  it('fails once per line for every syntax error of a file', () => {
    expect(problemsOf('a: b: c\nd: 1\ne: f: g\n').map((line) => line.split('  ')[0])).toEqual([
      'f.yaml:1:4',
      'f.yaml:3:4',
    ]);
  });
});

describe('a file with a syntax error', () => {
  it.each([
    ['keeps what stands before it', 'a: 1\nb: { c: 2 }\nd: e: f\n', { a: 1, b: { c: 2 } }],
    ['leaves out what stands after it', 'a: 1\nd: e: f\ng: 1\n', { a: 1 }],
    ['keeps the first keys of the map it is in', 'a:\n  b: 1\n  c: d: e\n', { a: { b: 1 } }],
    ['leaves out the list it is in', 'a: 1\nb:\n  - c\n  - d: e: f\n', { a: 1 }],
    ['leaves out a bracket that is not closed', 'a: 1\nb: [c, d\ne: 1\n', { a: 1 }],
    ['leaves out a brace that is not closed', 'a: 1\nb: { c: d\ne: 1\n', { a: 1 }],
    ['leaves out a key whose value it hides', 'a: 1\nb:\n[ c: 1\n', { a: 1 }],
    ['leaves out a quote that is not closed', 'a: 1\nb: "c\nd: 1\n', { a: 1 }],
    ['keeps a list that ends before it', 'a:\n  - b\n  - c\nd: e: f\n', { a: ['b', 'c'] }],
  ])('%s', (_, text, expected) => {
    expect(dataOf(text)).toEqual(expected);
  });

  it('is not complete', () => {
    expect(readYaml('f.yaml', 'a: b: c').complete).toBe(false);
  });
});
