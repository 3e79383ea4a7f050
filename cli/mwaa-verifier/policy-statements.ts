import type { Conditions } from './policy-conditions';
import { type Resource, text } from './verified-environment';
import { covers } from './wildcards';

/** One statement of a policy that stands as JSON text in an attribute. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Conditions;
}

/** Statements of a policy. */
export function statementsOf({ attributes }: Resource): Statement[] {
  const document = JSON.parse(text(attributes['policy']) ?? '{}') as {
    Statement?: Statement | Statement[];
  };
  return document.Statement === undefined ? [] : [document.Statement].flat();
}

/** Whether a pattern of IAM is about a text, in capitals or not. References stand for any text. */
export function matches(pattern: string, found: string): boolean {
  return covers(withoutReferences(pattern).toLowerCase(), found.toLowerCase());
}

/** The same for ARNs, in which the account is often not known before a deploy and is taken to be the right one. */
export function matchesArn(pattern: string, arn: string): boolean {
  return matches(withoutAccount(withoutReferences(pattern)), withoutAccount(arn));
}

const withoutReferences = (template: string): string => template.replace(/\$\{[^}]*\}/g, '*');

/** The account is the fifth part of an ARN. */
function withoutAccount(arn: string): string {
  const parts = arn.split(':');
  return parts.length < 6 ? arn : parts.with(4, '*').join(':');
}
