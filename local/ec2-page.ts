import { ServiceError } from './aws-error';
import { invalidEc2Value, prefixesOf, textsOf } from './ec2-form';

/** What a filter looks at in an item; undefined matches nothing. */
export type Ec2Filters<Item> = Readonly<Record<string, (item: Item) => string | undefined>>;

export interface Ec2Page<Item> {
  readonly items: readonly Item[];
  /** Undefined on the last page. */
  readonly nextToken?: string;
}

/** Least and most results of a page, as the models of EC2's newer describe actions have it. */
const MIN_RESULTS = 5;
const MAX_RESULTS = 1000;

/**
 * The items that a describe action is asked for: `Filter.n`, then `MaxResults` and `NextToken`.
 *
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Filter.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination
 */
export function ec2Page<Item>(
  form: URLSearchParams,
  items: readonly Item[],
  filters: Ec2Filters<Item>,
): Ec2Page<Item> {
  const tests = prefixesOf(form, 'Filter').map((prefix) => {
    const name = form.get(`${prefix}.Name`) ?? '';
    const valueOf = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (valueOf === undefined) throw invalidEc2Value(`The filter '${name}' is invalid`);
    const patterns = textsOf(form, `${prefix}.Value`).map(pattern);
    return (item: Item) => {
      const value = valueOf(item);
      return value !== undefined && patterns.some((wanted) => wanted.test(value));
    };
  });
  const found = items.filter((item) => tests.every((test) => test(item)));
  const start = startOf(form);
  const end = start + sizeOf(form);
  return {
    items: found.slice(start, end),
    nextToken: end < found.length ? Buffer.from(`from ${end}`).toString('base64') : undefined,
  };
}

/** In a filter's value, `*` stands for any text and `?` for one character or none. */
function pattern(value: string): RegExp {
  const source = value
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.?');
  return new RegExp(`^${source}$`, 's');
}

function startOf(form: URLSearchParams): number {
  const token = form.get('NextToken');
  if (!token) return 0;
  const start = /^from (\d+)$/.exec(Buffer.from(token, 'base64').toString())?.[1];
  if (start !== undefined) return Number(start);
  throw new ServiceError({ code: 'InvalidNextToken', message: `The token '${token}' is invalid` });
}

function sizeOf(form: URLSearchParams): number {
  const text = form.get('MaxResults');
  if (text === null) return MAX_RESULTS;
  const size = Number(text);
  const refused = (expected: string) =>
    invalidEc2Value(`Value ( ${text} ) for parameter maxResults is invalid. Expecting a value ${expected}.`);
  if (!Number.isInteger(size) || size < MIN_RESULTS) throw refused(`greater than or equal to ${MIN_RESULTS}`);
  if (size > MAX_RESULTS) throw refused(`less than or equal to ${MAX_RESULTS}`);
  return size;
}
