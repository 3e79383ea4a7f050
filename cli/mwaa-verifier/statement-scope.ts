import { conditionsHold, type Context } from './policy-conditions';
import type { Statement } from './policy-statements';
import { OWN_ACCOUNT } from './resolved-text';
import { texts } from './verified-environment';
import { covers, overlaps, overlapsArn } from './wildcards';

/** A call that a role may make or not. Action and resource are patterns too, where AWS asks for all of a kind. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
  /**
   * Actions that `action` takes in and nobody asks for.
   *
   * @default - all that it takes in is asked for
   */
  readonly spared?: string;
}

/** Whether a statement is about the whole of a call. */
export function isAboutAllOf(statement: Statement, call: Call): boolean {
  return isAbout(statement, call, 'all');
}

/** Whether a statement is about a call or a part of it. */
export function isAboutAnyOf(statement: Statement, call: Call): boolean {
  return isAbout(statement, call, 'any');
}

function isAbout(statement: Statement, { spared, ...call }: Call, part: 'all' | 'any'): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const actions = texts(Action).filter((pattern) => spared === undefined || !covers(spared, pattern));
  const lowerCase = (name: string) => name.toLowerCase();
  return (
    isNamed(part, overlaps, lowerCase, call.action, actions, NotAction) &&
    isNamed(part, overlapsArn, withOwnAccount, call.resource, texts(Resource), NotResource) &&
    conditionsHold(Condition, call.context)
  );
}

/** Whether patterns, or all but some exceptions, are about what is asked. */
function isNamed(
  part: 'all' | 'any',
  overlap: typeof covers,
  form: (text: string) => string,
  asked: string,
  patterns: readonly string[],
  exceptions: Statement['NotAction'],
): boolean {
  const [takesIn, leavesOut] = part === 'all' ? [covers, overlap] : [overlap, covers];
  return exceptions === undefined
    ? patterns.some((pattern) => takesIn(form(pattern), form(asked)))
    : !texts(exceptions).some((pattern) => leavesOut(form(pattern), form(asked)));
}

/**
 * An ARN in which an account that is written down, or not known before a deploy, is taken to be the environment's:
 * it is the fifth part.
 */
function withOwnAccount(arn: string): string {
  const parts = arn.split(':');
  return /^(?:\d{12}|<.*\..*>)$/.test(parts[4] ?? '') ? parts.with(4, OWN_ACCOUNT).join(':') : arn;
}
