/**
 * Quotas and patterns of AWS Organizations, as data.
 *
 * Sources: "Quotas for AWS Organizations"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html) and the API
 * reference of CreateAccount and CreateOrganizationalUnit.
 */
export const ORGANIZATIONS_LIMITS = {
  /** Characters of an account name (CreateAccount, `AccountName`). */
  accountNameLength: { min: 1, max: 50 },
  /** Characters of a root e-mail address (CreateAccount, `Email`). */
  emailLength: { min: 6, max: 64 },
  /** Characters of the name of an organizational unit (CreateOrganizationalUnit, `Name`). */
  unitNameLength: { min: 1, max: 128 },
  /** Levels of organizational units below the root ("OU maximum nesting in a root"). */
  unitDepth: 5,
  /** Organizational units in an organization. */
  units: 2000,
  /** Accounts that AWS makes at the same time ("Number of member accounts you can create concurrently"). */
  accountsInCreation: 5,
  /** Tags on an account or unit ("Tags you can attach to an entity"). */
  tagsPerResource: 50,
} as const;

/**
 * Policy types an organization can switch on.
 *
 * Source: `PolicyType` of EnablePolicyType
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_EnablePolicyType.html), as far as AWS
 * provider 5.100.0 knows them.
 */
export const POLICY_TYPES = [
  'AISERVICES_OPT_OUT_POLICY',
  'BACKUP_POLICY',
  'CHATBOT_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'RESOURCE_CONTROL_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
] as const;

/**
 * The account id that AWS's documentation uses, and which the local cloud's management account has.
 * While `managementAccountId` is this one, the configuration is the shipped example: Terraform refuses
 * to touch any real management account, and example e-mail domains are let through.
 */
export const DOCUMENTATION_ACCOUNT_ID = '123456789012';

/**
 * Domains that nobody can receive mail on (RFC 2606, RFC 6761). An account whose root e-mail nobody can
 * read cannot be recovered or closed by its root user.
 */
export const EXAMPLE_DOMAINS = ['example.com', 'example.net', 'example.org'] as const;
export const EXAMPLE_TOP_LEVEL_DOMAINS = ['example', 'invalid', 'localhost', 'test'] as const;

/**
 * Limits of the policies of an organization. Characters count with their white space, when a policy is saved by API.
 *
 * Source: "Quotas for AWS Organizations"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html); service control policies
 * since 2026-05-15.
 */
export const POLICY_LIMITS = {
  SERVICE_CONTROL_POLICY: { characters: 10_240, attached: 10 },
  TAG_POLICY: { characters: 10_000, attached: 10 },
} as const;

/**
 * Service control policies that AWS attaches itself to the root, to every unit and every account: FullAWSAccess. It
 * counts, and without it nothing is allowed.
 */
export const FULL_ACCESS_POLICIES = 1;

/**
 * Service control policies that AWS Control Tower may hold on a unit. AWS gives no number: it packs its controls into
 * as few as it can, and had to get by with five on a target, FullAWSAccess among them, until 2026-05-15.
 */
export const CONTROL_TOWER_POLICIES = 4;
