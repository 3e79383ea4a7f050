import { problemsOfTable } from '../lake-stage';

const withPartition = (settings: string) =>
  problemsOfTable(`format: json, partitions: [{ name: p, ${settings} }]`).map((problem) =>
    problem.replace(/^environments\/two\.yaml:10:\d+ {2}catalog\.tables\.orders\.partitions\[0\]\./, ''),
  );

describe('a projected partition', () => {
  it.each([
    'type: date, format: yyyy-MM-dd, range: [2024-01-01, NOW]',
    'type: date, format: yyyy/MM/dd/HH, range: [2024/01/01/00, NOW+1DAYS]',
    'type: date, format: yyyy-MM, range: [NOW-3YEARS, NOW]',
    "type: date, format: 'yyyy''T''HH', range: ['2024T00', '2024T23']",
    'type: date, format: yyyy-MM-dd, range: [2024-02-29, NOW]',
    'type: date, format: yyyyMMdd, range: [NOW-1YEARS, NOW-6MONTHS]',
    'type: date, format: dd-MMM-yyyy, range: [31-Dec-2023, 01-Jan-2024]',
    'type: date, format: MM/yyyy, range: [12/2023, 01/2024]',
    'type: date, format: yyyy/MM/yyyy-MM, range: [2023/12/2023-12, 2024/01/2024-01]',
    'type: integer, range: [0, 23]',
    "type: integer, range: ['00', '23'], digits: 2",
    'type: integer, range: [-5, -5]',
    'type: enum, values: [eu, us]',
    'type: injected',
  ])('may be %s', (settings) => {
    expect(withPartition(settings)).toEqual([]);
  });

  it.each([
    ['type: date, range: [2024-01-01, NOW]', 'type: date needs format; add format: yyyy-MM-dd'],
    ['type: date, format: yyyy', 'type: date needs range; add range: [2024-01-01, NOW]'],
    ['type: integer', 'type: integer needs range; add range: [0, 23]'],
    ['type: enum', 'type: enum needs values; add values: [a, b]'],
    ['type: injected, values: [a]', 'values: has no effect on a partition of type injected; remove it'],
    ['type: enum, values: [a], digits: 2', 'digits: has no effect on a partition of type enum; remove it'],
    [
      'type: integer, range: [0, 23], format: yyyy',
      'format: has no effect on a partition of type integer; remove it',
    ],
    ['type: integer, range: [0, NOW]', 'range: expected whole numbers, found "NOW"; write such as [0, 23]'],
    ['type: integer, range: [23, 0]', 'range: 23 is greater than 0; write the first value, then the last'],
    [
      'type: date, format: yyyy-MM-dd, range: [2024-1-1, NOW]',
      'range: expected dates of the format yyyy-MM-dd, found "2024-1-1"; write such as 2024-01-31, or NOW, NOW-3YEARS, NOW+1DAYS',
    ],
    [
      'type: date, format: yyyy-MM-dd, range: [2024-01-01, now]',
      'range: expected dates of the format yyyy-MM-dd, found "now"; write such as 2024-01-31, or NOW, NOW-3YEARS, NOW+1DAYS',
    ],
    [
      'type: date, format: yyyy-MM-dd, range: [2024-02-01, 2024-01-01]',
      'range: 2024-02-01 is after 2024-01-01; write the first date, then the last',
    ],
    [
      'type: date, format: dd.MM.yy, range: [31.12.24, 01.01.24]',
      'range: 31.12.24 is after 01.01.24; write the first date, then the last',
    ],
    [
      'type: date, format: yyyy-MM-dd, range: [NOW, NOW-3YEARS]',
      'range: NOW is after NOW-3YEARS; write the first date, then the last',
    ],
    [
      'type: date, format: yyyy-MM-dd, range: [2023-02-29, NOW]',
      'range: 2023-02-29 is in no calendar; write a date that is, such as 2024-01-31',
    ],
    [
      'type: date, format: yyyy/MM/dd/HH, range: [2024/01/01/00, 2024/01/01/24]',
      'range: 2024/01/01/24 is in no calendar; write a date that is, such as 2024/01/31/00',
    ],
  ])('fails for %s', (settings, problem) => {
    expect(withPartition(settings)).toEqual([problem]);
  });
});
