import { problemsOfStage } from '../lake-stage';

const withCrawlers = (...crawlers: string[]) =>
  problemsOfStage(
    'catalog:',
    '  tables:',
    '    orders: { zone: raw, location: orders/, format: json, columns: [{ name: id, type: string }] }',
    '  crawlers:',
    ...crawlers.map((crawler, index) => `    c${index}: { ${crawler} }`),
  );

describe('crawlers', () => {
  it('may look beside tables and one another', () => {
    expect(
      withCrawlers(
        'zone: raw, prefix: clicks/',
        'zone: raw, prefix: views/',
        'zone: curated, prefix: orders/',
      ),
    ).toEqual([]);
  });

  it.each([
    ['orders/', 'orders/ is the prefix of'],
    ['orders/eu/', 'orders/eu/ lies in orders/ of'],
  ])('fails at %s, where a table lies', (prefix, clash) => {
    expect(withCrawlers(`zone: raw, prefix: ${prefix}`)).toEqual([
      `environments/two.yaml:12:30  catalog.crawlers.c0.prefix: ${clash} table orders (environments/two.yaml:10:36); a crawler would change that table or make another over its files; crawl other prefixes, or let the crawler find the table`,
    ]);
  });

  it('fails where another crawler looks', () => {
    expect(withCrawlers('zone: raw, prefix: clicks/', 'zone: raw, prefix: clicks/eu/')).toEqual([
      'environments/two.yaml:13:30  catalog.crawlers.c1.prefix: clicks/eu/ lies in clicks/ of crawler c0 (environments/two.yaml:12:30); two crawlers would both make the tables; keep one',
    ]);
  });
});
