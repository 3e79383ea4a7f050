import type { PolicyConditions } from '../../iam/policy-document';

/**
 * One statement of a service control policy. Only denials: what is allowed, FullAWSAccess says, which AWS attaches to
 * everything, and everything that is not denied stays with the policies of the accounts.
 *
 * Source: "SCP syntax"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html).
 */
export type ServiceControlStatement = {
  /** Letters and digits; AWS names it in no message, people find it by it. */
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Resource: string | readonly string[];
  readonly Condition?: PolicyConditions;
} & ({ readonly Action: string | readonly string[] } | { readonly NotAction: readonly string[] });

/** What policies are made from. */
export interface ServiceControlPolicyProps {
  /** Regions in which accounts may work. */
  readonly regions: readonly string[];
  /** Names of the roles that deployments assume in accounts. */
  readonly deployRoleNames: readonly string[];
  /** Path of the organization's root, as `aws:PrincipalOrgPaths` has it: `o-a1b2c3d4e5/r-ab12/`. */
  readonly rootPath: string;
}

/** A guardrail that comes with the platform. */
export interface ServiceControlPolicy {
  /** How `policies` in the configuration names it; in AWS, `landing-zone-` stands before it. */
  readonly name: string;
  /** What the console shows, at most 512 characters. */
  readonly description: string;
  readonly statements: (props: ServiceControlPolicyProps) => readonly ServiceControlStatement[];
}

/** ARNs of the roles that deploy, in whatever account: those that the configuration names, and those of pipelines. */
export function deployRoleArns({ deployRoleNames }: ServiceControlPolicyProps): string[] {
  return [...deployRoleNames, 'landing-zone-*'].map((name) => `arn:aws:iam::*:role/${name}`);
}

/** Condition that leaves alone the roles that deploy: they have to make, change and destroy what a policy guards. */
export function unlessDeploying(props: ServiceControlPolicyProps): PolicyConditions {
  return { ArnNotLike: { 'aws:PrincipalArn': deployRoleArns(props) } };
}

/** The policy as AWS gets it. White space counts, so there is none. */
export function serviceControlDocument(statements: readonly ServiceControlStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
