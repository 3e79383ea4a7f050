import { problemsOfStage, problemsOfTable } from '../lake-stage';
import { describeRefused } from './refused-value';

const crawler = (schedule: string) =>
  problemsOfStage(`catalog: { crawlers: { c: { zone: raw, prefix: x/, schedule: '${schedule}' } } }`);
const partition = (settings: string) =>
  problemsOfTable(`format: json, partitions: [{ name: dt, ${settings} }]`);

describeRefused('Glue catalog', [
  {
    // minimum of 5 minutes: https://docs.aws.amazon.com/glue/latest/dg/monitor-data-warehouse-schedule.html
    what: 'a crawler that starts every minute',
    problems: () => crawler('cron(* * * * ? *)'),
    told: [
      'environments/two.yaml:8:62  catalog.crawlers.c.schedule: expected an AWS cron expression such as cron(15 2 * * ? *), found "cron(* * * * ? *)" (it starts every minute, and Glue allows every 5)',
    ],
  },
  {
    // the same page
    what: 'a rate for a crawler',
    problems: () => crawler('rate(1 hour)'),
    told: [
      'environments/two.yaml:8:62  catalog.crawlers.c.schedule: expected an AWS cron expression such as cron(15 2 * * ? *), found "rate(1 hour)" (it is not cron(…))',
    ],
  },
  {
    // the same page
    what: 'a schedule with both kinds of days',
    problems: () => crawler('cron(0 2 * * * *)'),
    told: [
      'environments/two.yaml:8:62  catalog.crawlers.c.schedule: expected an AWS cron expression such as cron(15 2 * * ? *), found "cron(0 2 * * * *)" (exactly one of day of month and day of week must be ?)',
    ],
  },
  {
    // Comment of Column: https://docs.aws.amazon.com/glue/latest/webapi/API_Column.html
    what: 'a comment of two lines',
    problems: () => problemsOfTable('format: json', '[{ name: id, type: string, comment: "one\\ntwo" }]'),
    told: [
      'environments/two.yaml:10:90  catalog.tables.orders.columns[0].comment: expected one line of at most 255 characters, found "one\\ntwo"',
    ],
  },
  {
    // data types: https://docs.aws.amazon.com/athena/latest/ug/data-types.html
    what: 'a column type that Athena does not know',
    problems: () => problemsOfTable('format: json', "[{ name: id, type: 'list<int>' }]"),
    told: [
      'environments/two.yaml:10:73  catalog.tables.orders.columns[0].type: expected a column type such as string, bigint, timestamp, decimal(10,2) or array<string>, found "list<int>" (list is no type)',
    ],
  },
  {
    // supported data types: https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-supported-data-types.html
    what: 'a type that Iceberg does not have',
    problems: () => problemsOfTable('format: iceberg', '[{ name: id, type: smallint }]'),
    told: [
      'environments/two.yaml:10:73  catalog.tables.orders.columns[0].type: a table of format iceberg cannot hold smallint; write int or string',
    ],
  },
  {
    // HIVE_INVALID_METADATA: https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html
    what: 'a partition that is a column already',
    problems: () => problemsOfTable('format: json, partitions: [{ name: id, type: injected }]'),
    told: [
      'environments/two.yaml:10:119  catalog.tables.orders.partitions[0].name: id is a column already (environments/two.yaml:10:63); a partition column is not listed among the columns; remove it there',
    ],
  },
  {
    // projection types: https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
    what: 'a projected date without a range',
    problems: () => partition('type: date, format: yyyy-MM-dd'),
    told: [
      'environments/two.yaml:10:129  catalog.tables.orders.partitions[0].type: date needs range; add range: [2024-01-01, NOW]',
    ],
  },
]);
