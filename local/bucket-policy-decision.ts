import { Refusal } from './aws-error';
import type { BucketPolicyStatement } from './bucket-policy';
import { matchesPattern } from './policy-statement';

/** What S3 is asked to allow. */
export interface S3Access {
  /** ARN of a role, or of an account as a whole. */
  readonly principal: string;
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** ARN of the bucket or object. */
  readonly resource: string;
  /** Condition keys of the request by their lower-case name. */
  readonly context: ReadonlyMap<string, string>;
}

/**
 * Whether a bucket policy lets somebody of another account in: one statement allows it and none denies it.
 *
 * Source: "Policy evaluation logic"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 *
 * @throws Refusal for elements of the policy language that are not understood here
 */
export function allows(statements: readonly BucketPolicyStatement[], access: S3Access): boolean {
  const about = statements.filter((statement) => isAbout(statement, access));
  return about.some(({ Effect }) => Effect === 'Allow') && about.every(({ Effect }) => Effect === 'Allow');
}

function isAbout(statement: BucketPolicyStatement, access: S3Access): boolean {
  for (const element of ['NotPrincipal', 'NotAction', 'NotResource'])
    if (element in statement) throw notEvaluated(element);
  const { Principal, Action, Resource, Condition } = statement;
  return (
    isPrincipal(Principal, access.principal) &&
    listOf(Action).some((action) => matchesPattern(action.toLowerCase(), access.action.toLowerCase())) &&
    listOf(Resource).some((resource) => matchesPattern(resource, access.resource)) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) =>
        holds(operator, access.context.get(key.toLowerCase()), listOf(values)),
      ),
    )
  );
}

/** A role is meant by its own ARN and by its account, whose id stands for the account's ARN. */
function isPrincipal(element: unknown, principal: string): boolean {
  if (element === '*') return true;
  const account = principal.split(':')[4] ?? '';
  return listOf((element as { AWS?: unknown }).AWS ?? []).some((name) =>
    ['*', principal, account, `arn:aws:iam::${account}:root`].includes(name),
  );
}

/**
 * Whether a condition holds for the value that a request has, if it has one.
 *
 * Source: "IAM JSON policy elements: Condition operators"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
 */
function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  switch (operator) {
    case 'Null':
      return wanted.includes(String(value === undefined));
    case 'Bool':
      return value !== undefined && wanted.includes(value);
    case 'StringEquals':
      return value !== undefined && wanted.includes(value);
    case 'StringNotEquals':
      return value === undefined || !wanted.includes(value);
    case 'StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return value !== undefined && wanted.some((pattern) => matchesPattern(pattern, value));
    case 'StringNotLike':
    case 'ArnNotLike':
    case 'ArnNotEquals':
      return value === undefined || !wanted.some((pattern) => matchesPattern(pattern, value));
    default:
      throw notEvaluated(`the condition operator ${operator}`);
  }
}

function listOf(value: unknown): string[] {
  return [value].flat().map(String);
}

function notEvaluated(what: string): Refusal {
  const message = `The local cloud does not evaluate ${what} of bucket policies.`;
  return new Refusal({ code: 'NotImplemented', message });
}
