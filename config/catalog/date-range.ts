import { quote } from '../quote';

/**
 * `NOW`, alone or with a distance.
 *
 * Source: "Date type" of "Supported types for partition projection"
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html).
 */
const NOW = /^NOW(?: ?(?<sign>[+-]) ?(?<count>\d+) ?(?<unit>YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)?$/;

/** About how many seconds a unit has: enough to tell which of two distances is longer. */
const SECONDS: Readonly<Record<string, number>> = {
  SECOND: 1, MINUTE: 60, HOUR: 3_600, DAY: 86_400, WEEK: 604_800, MONTH: 2_629_746, YEAR: 31_556_952,
}; // prettier-ignore

/**
 * What is wrong with the range of a projected date column.
 *
 * @param format y, M, d, H, m and s as in Java's DateTimeFormatter
 * @returns undefined when nothing is
 */
export function dateRangeProblem(format: string, first: string, last: string): string | undefined {
  const dates = [first, last].filter((value) => !NOW.test(value));
  const pattern = patternOf(format);
  const odd = dates.find((value) => !pattern.test(value));
  if (odd !== undefined) {
    return `expected dates of the format ${format}, found ${quote(odd)}; write such as ${exampleOf(format)}, or NOW, NOW-3YEARS, NOW+1DAYS`;
  }
  const impossible = dates.find((value) => !isInCalendar(partsOf(pattern, value)));
  if (impossible !== undefined) {
    return `${impossible} is in no calendar; write a date that is, such as ${exampleOf(format)}`;
  }
  const [from, to] = [first, last].map((value) => distanceOf(value) ?? timeOf(partsOf(pattern, value)));
  // How a date and a distance from NOW compare is another matter every day; names of months are in some language.
  const isComparable = dates.length === 0 || (dates.length === 2 && !NAMED_MONTH.test(format));
  return isComparable && from !== undefined && to !== undefined && from > to
    ? `${first} is after ${last}; write the first date, then the last`
    : undefined;
}

/** Seconds from now; undefined for dates. */
function distanceOf(value: string): number | undefined {
  const { sign, count, unit } = NOW.exec(value)?.groups ?? {};
  if (unit === undefined) return NOW.test(value) ? 0 : undefined;
  return Number(`${sign}${count}`) * (SECONDS[unit] ?? NaN);
}

const NAMED_MONTH = /MMM/;

const RUNS = /([yMdHms])\1*|'[^']+'|[^']/g;

/** What dates of a format look like, each part in a group named by its letter. */
function patternOf(format: string): RegExp {
  const seen = new Set<string>();
  const source = format.replace(RUNS, (run, letter?: string) => {
    if (letter === undefined) return literal(run).replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    const text = partOf(run, letter);
    // A letter can come again, as in yyyy/MM/yyyy-MM-dd.
    return seen.has(letter) ? text : seen.add(letter) && `(?<${letter}>${text})`;
  });
  return new RegExp(`^${source}$`, 'u');
}

function partOf(run: string, letter: string): string {
  if (letter === 'M' && run.length > 2) return String.raw`\p{L}+\.?`;
  return run.length === 1 ? String.raw`\d{1,4}` : String.raw`\d{${run.length}}`;
}

/** Numbers of a date by their letters; a month that is a name is absent. */
type Parts = Readonly<Partial<Record<string, number>>>;

function partsOf(pattern: RegExp, value: string): Parts {
  const numbers = Object.entries(pattern.exec(value)?.groups ?? {}).filter(([, text]) => /^\d+$/.test(text));
  return Object.fromEntries(numbers.map(([letter, text]) => [letter, Number(text)]));
}

/** Whether there is such a day and time. Where the month is a name, or is not said, it may be one of 31 days. */
function isInCalendar(parts: Parts): boolean {
  const date = new Date(timeOf(parts));
  const { M = 1, d = 1, H = 0, m = 0, s = 0 } = parts;
  return (
    date.getUTCMonth() === M - 1 &&
    date.getUTCDate() === d &&
    date.getUTCHours() === H &&
    date.getUTCMinutes() === m &&
    date.getUTCSeconds() === s
  );
}

/** Milliseconds of a date, what it does not say being the first. Years of two digits are of this century. */
function timeOf({ y = 0, M = 1, d = 1, H = 0, m = 0, s = 0 }: Parts): number {
  return Date.UTC(y < 100 ? 2000 + y : y, M - 1, d, H, m, s);
}

const EXAMPLE: Readonly<Record<string, string>> = { y: '2024', M: '01', d: '31', H: '00', m: '00', s: '00' };

function exampleOf(format: string): string {
  return format.replace(RUNS, (run, letter?: string) => {
    if (letter === undefined) return literal(run);
    if (letter === 'M' && run.length > 2) return 'Jan';
    const example = EXAMPLE[letter] ?? '';
    return run.length === 1 ? example : example.slice(-run.length);
  });
}

/** Text in single quotes stands for itself. */
function literal(run: string): string {
  return run.length > 1 ? run.slice(1, -1) : run;
}
