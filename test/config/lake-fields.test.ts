import { problemsOfStage, problemsOfTable } from './lake-stage';

const crawler = (schedule: string) =>
  problemsOfStage(`catalog: { crawlers: { c: { zone: raw, prefix: x/, schedule: '${schedule}' } } }`);

describe('the type of a column', () => {
  it.each([
    'string',
    'decimal',
    'decimal(38,38)',
    'char(1)',
    'varchar(65535)',
    'array<array<int>>',
    'map<string,struct<a:int,b:decimal(10, 2)>>',
  ])('may be %s', (type) => {
    expect(problemsOfTable('format: parquet', `[{ name: a, type: '${type}' }]`)).toEqual([]);
  });

  it.each([
    ['integer', 'integer is no type, int is'],
    ['list<int>', 'list is no type'],
    ['array<int', '> is missing at the end'],
    ['array<int>>', 'nothing may follow the type, found >'],
    ['map<string>', ', is missing before >'],
    ['struct<a int>', ': is missing before  int>'],
    ['decimal(39)', 'decimals have 1 to 38 digits'],
    ['decimal(2,3)', 'decimals have no more digits after the point than in all'],
    ['varchar', 'varchar needs a length of 1 to 65535'],
    ['char(256)', 'char needs a length of 1 to 255'],
    ['', 'a type is missing at the end'],
  ])('fails for %s', (type, reason) => {
    expect(problemsOfTable('format: parquet', `[{ name: a, type: '${type}' }]`)).toEqual([
      `environments/two.yaml:10:72  catalog.tables.orders.columns[0].type: expected a column type such as string, bigint, timestamp, decimal(10,2) or array<string>, found "${type}" (${reason})`,
    ]);
  });
});

describe('the schedule of a crawler', () => {
  it.each([
    'cron(15 2 * * ? *)',
    'cron(0/15 * * * ? *)',
    'cron(*/5 8-17 ? * MON-FRI *)',
    'cron(0 8 L * ? 2026-2030)',
    'cron(0,58 2,14 * * ? *)',
  ])('may be %s', (schedule) => {
    expect(crawler(schedule)).toEqual([]);
  });

  it.each([
    ['15 2 * * ? *', 'it is not cron(…)'],
    ['rate(1 hour)', 'it is not cron(…)'],
    ['cron(15 2 * * *)', "it has 5 fields and not 6: AWS's cron ends with the year"],
    ['cron(60 2 * * ? *)', '60 is no minutes'],
    ['cron(0 24 * * ? *)', '24 is no hours'],
    ['cron(0 2 * 13 ? *)', '13 is no month'],
    ['cron(0 2 ? * 0 *)', '0 is no day of week'],
    ['cron(0 2 * * * *)', 'exactly one of day of month and day of week must be ?'],
    ['cron(0 2 ? * ? *)', 'exactly one of day of month and day of week must be ?'],
    ['cron(* * * * ? *)', 'it starts every minute, and Glue allows every 5'],
    ['cron(0/2 2 * * ? *)', 'it starts every 2 minutes, and Glue allows every 5'],
    ['cron(1,58 * * * ? *)', 'it starts every 3 minutes, and Glue allows every 5'],
  ])('fails for %s', (schedule, reason) => {
    expect(crawler(schedule)).toEqual([
      `environments/two.yaml:8:62  catalog.crawlers.c.schedule: expected an AWS cron expression such as cron(15 2 * * ? *), found "${schedule}" (${reason})`,
    ]);
  });
});

describe('other values of the lake that AWS refuses', () => {
  const producer = (settings: string) => `lake: { producers: { k: { ${settings} } } }`;
  const arn = "principals: ['arn:aws:iam::210987654321:role/kafka']";

  it.each([
    [
      'a prefix without its slash',
      producer(`${arn}, prefix: events`),
      'expected a prefix such as events/orders/',
    ],
    ['a prefix that begins with a slash', producer(`${arn}, prefix: /events/`), 'expected a prefix such as'],
    [
      'a prefix that a policy would take for all',
      producer(`${arn}, prefix: 'events/*/'`),
      'expected a prefix',
    ],
    ['a prefix that leads elsewhere', producer(`${arn}, prefix: events/../`), 'expected a prefix'],
    ['everybody as producer', producer("principals: ['*'], prefix: a/"), 'expected ARNs such as'],
    [
      'infrequent access before S3 allows it',
      'lake: { raw: { infrequentAccessAfterDays: 7 } }',
      'expected a whole number of days, at least 30, found 7',
    ],
    [
      'no days',
      'lake: { raw: { incompleteUploadDays: 0 } }',
      'expected a whole number of days, at least 1, found 0',
    ],
    [
      'an expiry of all artifacts, certificates and code among them',
      'lake: { artifacts: { expireAfterDays: 30 } }',
      'lake.artifacts.expireAfterDays: ',
    ],
    ['the work group primary', 'athena: { workGroups: { primary: {} } }', 'the key "primary"'],
    [
      'a limit below that of Athena',
      'athena: { workGroups: { bi: { maxScannedBytes: 1000000 } } }',
      'expected a whole number of bytes, at least 10485760, found 1000000',
    ],
    [
      'an engine that is gone',
      'athena: { workGroups: { bi: { engineVersion: Athena engine version 2 } } }',
      'engineVersion: expected one of AUTO, Athena engine version 3, found "Athena engine version 2"; write Athena engine version 3',
    ],
  ])('fails for %s', (_, line, text) => {
    expect(problemsOfStage(line)).toEqual([expect.stringContaining(text)]);
  });

  it.each([
    [
      'an upper-case column',
      '[{ name: userId, type: string }]',
      'columns[0].name: expected lower-case letters',
    ],
    [
      'a comment of two lines',
      '[{ name: a, type: string, comment: "one\\ntwo" }]',
      'columns[0].comment: expected one line of at most 255 characters',
    ],
  ])('fails for %s', (_, columns, text) => {
    expect(problemsOfTable('format: json', columns)).toEqual([expect.stringContaining(text)]);
  });

  it('fails for a date format of the week year, with what to write', () => {
    const partitions = 'partitions: [{ name: dt, type: date, format: YYYY-MM-dd, range: [NOW, NOW] }]';
    expect(problemsOfTable(`format: json, ${partitions}`)).toEqual([
      expect.stringMatching(
        /partitions\[0\]\.format: expected a date format .*; Y is the year of the week and D the day of the year: write y and d$/,
      ),
    ]);
  });
});
