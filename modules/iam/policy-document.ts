/** Condition block: operator, then key, then value or values. */
export type PolicyConditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** Who a statement is about, by name. */
export interface PolicyPrincipal {
  readonly AWS?: string | readonly string[];
  readonly Service?: string | readonly string[];
  readonly Federated?: string | readonly string[];
}

interface Statement {
  /** Letters and digits; names the statement in reviews and in AWS's error messages. */
  readonly Sid: string;
  readonly Action: string | readonly string[];
  /** Left out in trust policies, where the role itself is the resource. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: PolicyConditions;
}

interface AllowStatement extends Statement {
  readonly Effect: 'Allow';
  /** Only in resource and trust policies. Nothing is ever allowed to everybody, so the type has no `*`. */
  readonly Principal?: PolicyPrincipal;
}

interface DenyStatement extends Statement {
  readonly Effect: 'Deny';
  /** Instead of `Resource`: everything but these. Only to refuse: to allow with it is to allow what nobody thought of. */
  readonly NotResource?: string | readonly string[];
  /** Only in resource policies. `*`: what is refused is best refused to everybody. */
  readonly Principal?: PolicyPrincipal | '*';
}

/**
 * One statement of an IAM policy, in the field names of the policy language.
 *
 * Source: "IAM JSON policy element reference"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
 */
export type PolicyStatement = AllowStatement | DenyStatement;

/**
 * Renders a policy as JSON.
 *
 * Built here and not by an `aws_iam_policy_document` data source: a data source costs a read in each plan,
 * hides the text in plans when it depends on something new, and cannot be tested without a provider.
 *
 * @param statements may hold Terraform references such as `${aws_kms_key.x.arn}`; they stay references.
 */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
