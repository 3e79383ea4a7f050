import { problemsOfTable } from '../lake-stage';

const columns = '[{ name: id, type: string }, { name: dt, type: string }]';
const partition = (name: string) => `{ name: ${name}, type: injected }`;

describe('names of columns', () => {
  it('may be in another table too', () => {
    expect(problemsOfTable(`format: json, partitions: [${partition('day')}]`, columns)).toEqual([]);
  });

  it('fails when a partition is listed among the columns', () => {
    expect(problemsOfTable(`format: json, partitions: [${partition('dt')}]`, columns)).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml:10:\d+ {2}catalog\.tables\.orders\.partitions\[0\]\.name: dt is a column already \(environments\/two\.yaml:10:\d+\); a partition column is not listed among the columns; remove it there$/,
      ),
    ]);
  });

  it.each([
    [
      'columns',
      '',
      '[{ name: id, type: string }, { name: id, type: int }]',
      'columns[1].name: id is a column',
    ],
    [
      'partitions',
      `, partitions: [${partition('a')}, ${partition('a')}]`,
      columns,
      'partitions[1].name: a is a partition',
    ],
  ])('fails for two %s of a name', (_, settings, list, text) => {
    expect(problemsOfTable(`format: json${settings}`, list)).toEqual([
      expect.stringContaining(`catalog.tables.orders.${text} already`),
    ]);
  });
});
