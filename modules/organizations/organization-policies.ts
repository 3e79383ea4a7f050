import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** One policy of the organization. */
export interface OrganizationPolicy {
  /** Unique among the policies here; in AWS, `landing-zone-` stands before it. */
  readonly name: string;
  /** At most 512 characters (CreatePolicy, `Description`). */
  readonly description: string;
  /** JSON without white space, which AWS counts. */
  readonly content: string;
}

export interface OrganizationPoliciesProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'TAG_POLICY';
  readonly policies: readonly OrganizationPolicy[];
  /** Names of policies by the path of the unit they are attached to, or `root`. */
  readonly attachments: Readonly<Record<string, readonly string[]>>;
  /** Ids of units and of the root, by path and `root`. */
  readonly targetIds: ReadonlyMap<string, string>;
  /**
   * What has to be there first: the organization, when its policy types are switched on in the same run.
   *
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Policies of one type, and where they are attached. Policies of the same name that somebody else made are not
 * touched, and neither are attachments that are not listed, FullAWSAccess above all.
 *
 * Source: CreatePolicy (https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html) and
 * AttachPolicy (https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html).
 */
export class OrganizationPolicies extends Construct {
  /** @throws Error when an attachment names a policy or a unit that is not given. */
  constructor(scope: Construct, id: string, props: OrganizationPoliciesProps) {
    super(scope, id);
    const idByName = new Map<string, string>();
    for (const { name, description, content } of props.policies) {
      const policy = new OrganizationsPolicy(this, name, {
        provider: props.provider,
        name: `landing-zone-${name}`,
        description,
        type: props.type,
        content,
        ...(props.dependsOn ? { dependsOn: [...props.dependsOn] } : {}),
      });
      idByName.set(name, policy.id);
    }
    for (const [target, names] of Object.entries(props.attachments)) {
      // The path, so that attaching to one unit changes no address of another's.
      const ofTarget = new Construct(this, `to-${target}`);
      const targetId = props.targetIds.get(target);
      if (targetId === undefined) throw new Error(`there is no unit ${target} to attach policies to`);
      for (const name of names) {
        const policyId = idByName.get(name);
        if (policyId === undefined) throw new Error(`there is no policy ${name} to attach to ${target}`);
        new OrganizationsPolicyAttachment(ofTarget, name, { provider: props.provider, policyId, targetId });
      }
    }
  }
}
