import { problemsOfStage } from '../lake-stage';

const withTables = (orders: string, clicks: string) =>
  problemsOfStage(
    'catalog:',
    '  tables:',
    `    orders: { ${orders}, format: json, columns: [{ name: id, type: string }] }`,
    `    clicks: { ${clicks}, format: json, columns: [{ name: id, type: string }] }`,
  );

describe('locations of tables', () => {
  it('may stand side by side', () => {
    expect(withTables('zone: raw, location: a/', 'zone: raw, location: ab/')).toEqual([]);
  });

  it('may be the same in different zones', () => {
    expect(withTables('zone: raw, location: a/', 'zone: curated, location: a/')).toEqual([]);
  });

  it.each([
    ['the same', 'a/', 'a/ is the prefix of'],
    ['inside another', 'a/b/', 'a/b/ lies in a/ of'],
  ])('fails for one that is %s', (_, location, clash) => {
    expect(withTables('zone: raw, location: a/', `zone: raw, location: ${location}`)).toEqual([
      `environments/two.yaml:11:36  catalog.tables.clicks.location: ${clash} table orders (environments/two.yaml:10:36); a query reads every file below a location; give each table one of its own`,
    ]);
  });
});
