/**
 * What IAM Identity Center allows, as data. The Terraform provider checks none of it but the length of names.
 *
 * Sources: CreatePermissionSet and PutInlinePolicyToPermissionSet of its API
 * (https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html,
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html), "IAM Identity
 * Center quotas" (https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html), "Set session duration for AWS
 * accounts" (https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html), CreateGroup of the
 * identity store (https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html).
 */
export const IDENTITY_CENTER_LIMITS = {
  permissionSetNameLength: 32,
  descriptionLength: 700,
  /** Hours of a session (`SessionDuration`), which is written in ISO 8601. */
  sessionHours: { min: 1, max: 12 },
  /** Characters of the inline policy, white space not counted. */
  inlinePolicyCharacters: 10_240,
  /** Bytes of the inline policy as it is sent. */
  inlinePolicyBytes: 32_768,
  /** Managed policies of a permission set. More than 10 ask for a larger quota of IAM in each account. */
  managedPolicies: 20,
  groupNameLength: 1024,
} as const;

/**
 * Managed policies of AWS, below `arn:aws:iam::aws:policy/`, that give more than any job needs; a permission set that has
 * one says why.
 *
 * Source: AWS Managed Policy Reference Guide
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html).
 */
export const WIDE_MANAGED_POLICIES = [
  'AdministratorAccess',
  'AdministratorAccess-Amplify',
  'AmazonS3FullAccess',
  'AWSOrganizationsFullAccess',
  'IAMFullAccess',
  'PowerUserAccess',
] as const;

/**
 * Services that hand out access: with every action of one, somebody can give himself whatever is missing. A permission set
 * whose own policy allows all of one says why.
 *
 * Source: service prefixes in the Service Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
export const WIDE_SERVICES = [
  'account',
  'iam',
  'identitystore',
  'organizations',
  'sso',
  'sso-directory',
  'sts',
] as const;
