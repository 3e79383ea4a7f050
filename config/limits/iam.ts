/**
 * What IAM allows, as data.
 *
 * Source: "IAM and AWS STS quotas"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
export const IAM_LIMITS = {
  /** Characters of all inline policies of a role together, white space not counted. */
  roleInlinePolicies: 10_240,
  /** Characters of a managed policy, white space not counted. */
  managedPolicy: 6_144,
  /** Characters of a role's trust policy: the quota an account begins with, and the most that it can be raised to. */
  roleTrustPolicy: { quota: 2_048, most: 4_096 },
} as const;
