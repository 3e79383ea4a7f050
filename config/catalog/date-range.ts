import { quote } from '../quote';

/**
 * `NOW`, alone or with a distance.
 *
 * Source: "Date type" of "Supported types for partition projection"
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html).
 */
const NOW = /^NOW(?: ?[+-] ?\d+ ?(?:YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)?$/;

/**
 * What is wrong with the range of a projected date column.
 *
 * @param format y, M, d, H, m and s as in Java's DateTimeFormatter
 * @returns undefined when nothing is
 */
export function dateRangeProblem(format: string, first: string, last: string): string | undefined {
  const pattern = patternOf(format);
  const odd = [first, last].find((value) => !NOW.test(value) && !pattern.test(value));
  if (odd !== undefined) {
    return `expected dates of the format ${format}, found ${quote(odd)}; write such as ${exampleOf(format)}, or NOW, NOW-3YEARS, NOW+1DAYS`;
  }
  const isComparable = !NOW.test(first) && !NOW.test(last) && isCoarseToFine(format);
  return isComparable && first > last
    ? `${first} is after ${last}; write the first date, then the last`
    : undefined;
}

const RUNS = /([yMdHms])\1*|'[^']+'|[^']/g;

/** What dates of a format look like. */
function patternOf(format: string): RegExp {
  const source = format.replace(RUNS, (run, letter?: string) => {
    if (letter === undefined) return literal(run).replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
    if (letter === 'M' && run.length > 2) return String.raw`\p{L}+\.?`;
    return run.length === 1 ? String.raw`\d{1,4}` : String.raw`\d{${run.length}}`;
  });
  return new RegExp(`^${source}$`, 'u');
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

/** Whether dates of a format are in order when their texts are. */
function isCoarseToFine(format: string): boolean {
  const runs = [...format.matchAll(RUNS)].filter((run) => run[1] !== undefined);
  const order = runs.map((run) => 'yMdHms'.indexOf(run[1] ?? ''));
  return (
    runs.every((run) => run[0].length === 2 || (run[1] === 'y' && run[0].length === 4)) &&
    order.every((rank, index) => rank > (order[index - 1] ?? -1))
  );
}

/** Text in single quotes stands for itself. */
function literal(run: string): string {
  return run.length > 1 ? run.slice(1, -1) : run;
}
