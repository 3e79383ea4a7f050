import { DataAwsOrganizationsOrganization } from '@cdktf/provider-aws/lib/data-aws-organizations-organization';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OrganizationLookupProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /**
   * Policy types that have to be switched on. One that is not stops the plan with a sentence for the owner.
   *
   * @default - none
   */
  readonly policyTypes?: readonly string[];
  /**
   * Service principals that need trusted access. One that lacks it stops the plan with a sentence for the owner.
   *
   * @default - none
   */
  readonly serviceAccess?: readonly string[];
}

/** The AWS organization that exists already, read and not changed. */
export class OrganizationLookup extends Construct {
  /** Id of the organization. */
  readonly organizationId: string;
  /** Id of the root, the parent of the topmost units. */
  readonly rootId: string;
  /** For what must not be tried before the owner's settings were found right. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: OrganizationLookupProps) {
    super(scope, id);
    const postcondition = [
      ...(props.policyTypes ?? []).map((type) => ({
        condition: `\${contains(self.enabled_policy_types, ${JSON.stringify(type)})}`,
        errorMessage:
          `policy type ${type} is not enabled in this organization; its owner enables it with: ` +
          `aws organizations enable-policy-type --root-id ROOT --policy-type ${type}`,
      })),
      ...(props.serviceAccess ?? []).map((principal) => ({
        condition: `\${contains(self.aws_service_access_principals, ${JSON.stringify(principal)})}`,
        errorMessage:
          `${principal} has no trusted access to this organization; its owner gives it with: ` +
          `aws organizations enable-aws-service-access --service-principal ${principal}`,
      })),
    ];
    const organization = new DataAwsOrganizationsOrganization(this, 'organization', {
      provider: props.provider,
      ...(postcondition.length > 0 ? { lifecycle: { postcondition } } : {}),
    });
    this.organizationId = organization.id;
    this.rootId = organization.roots.get(0).id;
    this.ready = [organization];
  }
}
