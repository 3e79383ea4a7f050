/**
 * What IAM allows, as data.
 *
 * Source: "IAM and AWS STS quotas"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
export const IAM_LIMITS = {
  /** Characters of all inline policies of a role together, white space not counted. */
  roleInlinePolicies: 10_240,
} as const;
