import type { PolicyStatement } from '../../iam/policy-document';

/** What stands for the account in names: the same permission set is a role in many accounts. */
export const OWN_ACCOUNT = '${aws:PrincipalAccount}';

/**
 * Narrows statements to what belongs to the account of whoever asks. IAM takes variables in the last part of an ARN only, so
 * the part that says the account is `*`, and bucket names are the world's: without this anybody could
 * make a bucket or share a key that fits the pattern.
 *
 * Sources: "IAM policy elements: Variables and tags"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html), `aws:ResourceAccount` in "AWS
 * global condition context keys"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html).
 */
export function inOwnAccount(statements: readonly PolicyStatement[]): PolicyStatement[] {
  return statements.map((statement) => ({
    ...statement,
    Condition: {
      ...statement.Condition,
      StringEquals: { ...statement.Condition?.['StringEquals'], 'aws:ResourceAccount': OWN_ACCOUNT },
    },
  }));
}
