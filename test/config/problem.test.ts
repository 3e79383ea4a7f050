import { arrangeProblems, ConfigError, formatProblem, type Problem } from '../../config/problem';

const problem = (file: string, line?: number, path = '', text = 'wrong'): Problem => ({
  at: { file, line, column: line && 3 },
  path,
  text,
});

describe('a problem', () => {
  it.each([
    ['at a value', problem('a.yaml', 2, 'b.c'), 'a.yaml:2:3  b.c: wrong'],
    ['in a file', problem('a.yaml', 2), 'a.yaml:2:3  wrong'],
    ['with a file', problem('a.yaml'), 'a.yaml  wrong'],
  ])('%s is one line', (_, given, line) => {
    expect(formatProblem(given)).toBe(line);
  });
});

describe('problems', () => {
  it('stand in the order of files and lines, each once', () => {
    const given = [problem('b', 2), problem('a', 10), problem('a', 9), problem('b', 2), problem('a')];
    expect(arrangeProblems(given).map(formatProblem)).toEqual([
      'a  wrong',
      'a:9:3  wrong',
      'a:10:3  wrong',
      'b:2:3  wrong',
    ]);
  });

  it('make an error that is ready to print', () => {
    expect(new ConfigError([problem('a', 1), problem('b', 2)]).message).toBe(
      'a:1:3  wrong\nb:2:3  wrong\n2 problems in environments/',
    );
  });
});
