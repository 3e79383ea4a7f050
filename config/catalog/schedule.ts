import { GLUE_LIMITS } from '../limits/glue';

interface Field {
  readonly name: string;
  /** One value: a number or a name. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
  /** Marks besides , - * and / that may stand here. */
  readonly marks: RegExp;
}

const NONE = /^$/;

/** The six fields of a cron expression. Source: "Cron expressions" of the page that GLUE_LIMITS names. */
const FIELDS: readonly Field[] = [
  { name: 'minutes', value: String.raw`\d{1,2}`, min: 0, max: 59, marks: NONE },
  { name: 'hours', value: String.raw`\d{1,2}`, min: 0, max: 23, marks: NONE },
  { name: 'day of month', value: String.raw`\d{1,2}`, min: 1, max: 31, marks: /^(?:\?|L|LW|\d{1,2}W)$/ },
  {
    name: 'month',
    value: String.raw`\d{1,2}|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC`,
    min: 1,
    max: 12,
    marks: NONE,
  },
  {
    name: 'day of week',
    value: '[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT',
    min: 1,
    max: 7,
    marks: /^(?:\?|L|[1-7]L)$/,
  },
  { name: 'year', value: String.raw`\d{4}`, min: 1970, max: 2199, marks: NONE },
];

/**
 * What is wrong with a schedule of a crawler, as Glue would see it.
 *
 * @param schedule such as `cron(15 2 * * ? *)`
 * @returns undefined when Glue takes it
 */
export function scheduleProblem(schedule: string): string | undefined {
  const inside = /^cron\(([^()]*)\)$/.exec(schedule)?.[1];
  if (inside === undefined) return 'it is not cron(…)';
  const fields = inside.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    return `it has ${fields.length} fields and not ${FIELDS.length}: AWS's cron ends with the year`;
  }
  for (const [index, field] of FIELDS.entries()) {
    const text = fields[index] ?? '';
    if (!isField(text, field)) return `${text} is no ${field.name}`;
  }
  if ((fields[2] === '?') === (fields[4] === '?')) {
    return 'exactly one of day of month and day of week must be ?';
  }
  const gap = smallestGap(fields[0] ?? '', fields[1] ?? '');
  return gap < GLUE_LIMITS.crawlerMinutes
    ? `it starts every ${gap === 1 ? 'minute' : `${gap} minutes`}, and Glue allows every ${GLUE_LIMITS.crawlerMinutes}`
    : undefined;
}

function isField(text: string, { value, min, max, marks }: Field): boolean {
  if (marks.test(text)) return true;
  const part = new RegExp(String.raw`^(?:\*|(${value})(?:-(${value}))?)(?:\/(\d{1,4}))?$`);
  return text.split(',').every((piece) => {
    const found = part.exec(piece);
    if (!found) return false;
    const [, first, last, step] = found;
    const isInside = [first, last].every((end) => {
      const number = Number(end ?? NaN);
      return Number.isNaN(number) || (number >= min && number <= max);
    });
    return isInside && step !== '0';
  });
}

/** Minutes between the two closest starts within an hour, and over its end when it runs hour after hour. */
function smallestGap(minutes: string, hours: string): number {
  const starts = [...new Set(minutes.split(',').flatMap(expandMinutes))].sort((a, b) => a - b);
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  const isHourly = /^\*$|-/.test(hours);
  if (isHourly && starts.length > 1) gaps.push(60 + (starts[0] ?? 0) - (starts.at(-1) ?? 0));
  return Math.min(60, ...gaps);
}

function expandMinutes(piece: string): number[] {
  const [range = '', step] = piece.split('/');
  const [first, last] = range === '*' ? [0, 59] : range.split('-').map(Number);
  const begin = first ?? 0;
  const end = last ?? (step === undefined ? begin : 59);
  const all: number[] = [];
  for (let minute = begin; minute <= end; minute += Number(step ?? 1)) all.push(minute);
  return all;
}
