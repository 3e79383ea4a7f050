import { texts } from './verified-environment';
import { covers } from './wildcards';

/** The `Condition` of a statement: operator, then key, then value or values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What is known of a call, by condition key. */
export type Context = Readonly<Record<string, string>>;

/**
 * Whether all conditions of a statement hold for a call.
 *
 * Source: "IAM JSON policy elements: Condition operators"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html), also for
 * keys that a call does not have: they never equal anything, and so a negated operator holds.
 */
export function conditionsHold(conditions: Conditions | undefined, context: Context): boolean {
  // Names of keys are the same in capitals and not.
  const known = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(conditions ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      holds(operator, texts(values), known.get(key.toLowerCase())),
    ),
  );
}

function holds(operator: string, values: readonly string[], found: string | undefined): boolean {
  const [quantifier, name = ''] = operator.includes(':') ? operator.split(':') : [undefined, operator];
  if (name === 'Null') return values.some((value) => (value === 'true') === (found === undefined));
  const isNegated = name.includes('Not');
  if (found === undefined) {
    if (name.endsWith('IfExists') || quantifier === 'ForAllValues') return true;
    return isNegated && quantifier !== 'ForAnyValue';
  }
  return values.some((value) => agrees(name, value, found)) !== isNegated;
}

function agrees(name: string, value: string, found: string): boolean {
  if (/Like|^Arn/.test(name)) return covers(value, found);
  if (/IgnoreCase|^Bool/.test(name)) return value.toLowerCase() === found.toLowerCase();
  return value === found;
}
