/** A policy of AWS, or of the accounts it is used in, that a permission set has. */
export interface ManagedPolicy {
  /** Path and name below `arn:aws:iam::aws:policy/`, such as `job-function/ViewOnlyAccess`. */
  readonly name: string;
  /** Why this policy and not a narrower one of our own. */
  readonly reason: string;
}

/**
 * A permission set as data: what people may do in each account where a group of theirs has it.
 *
 * Source: CreatePermissionSet
 * (https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html).
 */
export interface PermissionSetDefinition {
  /** 1 to 32 letters, digits and `+ = , . @ - _`. Changed, the set is replaced, and with it every assignment. */
  readonly name: string;
  /** 1 to 700 characters; people see it when they choose what to sign in as. */
  readonly description: string;
  /** How long a session lasts: ISO 8601, from `PT1H` to `PT12H`. */
  readonly session: string;
  /**
   * Policies that AWS writes and changes, at most 20.
   *
   * @default - none
   */
  readonly managedPolicies?: readonly ManagedPolicy[];
  /**
   * JSON of at most 10,240 characters without white space. Policy variables stand in it as IAM knows them, such as
   * `${aws:PrincipalAccount}`.
   *
   * @default - none
   */
  readonly inlinePolicy?: string;
}
