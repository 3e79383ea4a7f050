import { ServiceError } from './aws-error';
import type { JsonInput } from './json-service';

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Missing on the last page. */
  readonly NextToken?: string;
}

/**
 * The page that a call asks for with `MaxResults` and `NextToken`. A token is the place in the list at which the
 * next page starts.
 *
 * @param limit items on a page when the call does not say
 */
export function pageOf<Item>(all: readonly Item[], input: JsonInput, limit = 100): Page<Item> {
  const token = input.NextToken ?? '0';
  const start = typeof token === 'string' && /^\d+$/.test(token) ? Number(token) : NaN;
  if (Number.isNaN(start) || start > all.length)
    throw new ServiceError({ code: 'ValidationException', message: 'The NextToken is not valid' });
  const end = start + (typeof input.MaxResults === 'number' ? input.MaxResults : limit);
  return { items: all.slice(start, end), ...(end < all.length && { NextToken: String(end) }) };
}
