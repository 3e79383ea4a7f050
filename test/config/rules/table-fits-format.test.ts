import { problemsOfTable } from '../lake-stage';

const column = (type: string) => `[{ name: id, type: '${type}' }]`;

describe('a table', () => {
  it.each([
    ['iceberg', column('struct<a:int,b:array<decimal(10,2)>>')],
    ['csv', column('decimal(10,2)')],
    ['parquet', column('map<string,tinyint>')],
    ['json', column('array<varchar(10)>')],
  ])('of format %s may have %s', (format, columns) => {
    expect(problemsOfTable(`format: ${format}`, columns)).toEqual([]);
  });

  it.each([
    ['iceberg', 'array<smallint>', 'a table of format iceberg cannot hold smallint; write int or string'],
    ['iceberg', 'varchar(10)', 'a table of format iceberg cannot hold varchar; write int or string'],
    [
      'csv',
      'array<int>',
      'a table of format csv cannot hold array; read it as string, or use json or parquet',
    ],
  ])('fails as %s with %s', (format, type, text) => {
    expect(problemsOfTable(`format: ${format}`, column(type))).toEqual([
      `environments/two.yaml:10:73  catalog.tables.orders.columns[0].type: ${text}`,
    ]);
  });

  it('of format csv may have a header', () => {
    expect(problemsOfTable('format: csv, hasHeader: true')).toEqual([]);
  });

  it('fails with a header in another format', () => {
    expect(problemsOfTable('format: json, hasHeader: false')).toEqual([
      expect.stringContaining('orders.hasHeader: files of format json have no header; remove it'),
    ]);
  });

  it.each(['partitions: [{ name: dt, type: injected }]', "partitionPath: '{dt}/'"])(
    'fails as iceberg with %s',
    (setting) => {
      expect(problemsOfTable(`format: iceberg, ${setting}`)).toEqual([
        expect.stringContaining(
          ': an iceberg table keeps its partitions in its own metadata; remove it, and partition the table with ALTER TABLE in Spark',
        ),
      ]);
    },
  );
});
