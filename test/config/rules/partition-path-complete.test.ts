import { problemsOfTable } from '../lake-stage';

const withPath = (path: string, names = ['dt', 'hour']) =>
  problemsOfTable(
    `format: json, partitionPath: '${path}', partitions: [${names.map((name) => `{ name: ${name}, type: injected }`).join(', ')}]`,
  );

const at = (text: string) =>
  expect.stringContaining(` catalog.tables.orders.partitionPath: ${text}`) as string;

describe('the path of partitions', () => {
  it.each(['{dt}/{hour}/', 'hour={hour}/{dt}/', 'v1/{dt}-{hour}/'])('may be %s', (path) => {
    expect(withPath(path)).toEqual([]);
  });

  it.each([
    ['{dt}/', 'it leaves out the partition hour; add {hour}/'],
    ['{dt}/{hour}/{day}/', '{day} is no partition of the table; the partitions are dt, hour'],
    ['{dt}/{dt}/{hour}/', '{dt} stands there twice; write it once'],
  ])('fails for %s', (path, text) => {
    expect(withPath(path)).toEqual([at(text)]);
  });

  it('fails without partitions', () => {
    expect(withPath('{dt}/', [])).toEqual([
      at('there are no partitions whose path it could be; add partitions, or remove it'),
    ]);
  });
});
