import { OrganizationsOrganization } from '@cdktf/provider-aws/lib/organizations-organization';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OrganizationProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /**
   * Id of an organization that exists and shall be adopted into the state.
   *
   * @default - a new organization is created, with the caller's account as management account
   */
  readonly organizationId?: string;
  /** Service principals with trusted access. Authoritative: others lose their access. */
  readonly serviceAccess: readonly string[];
  /** Policy types that are switched on. Authoritative: AWS detaches all policies of a type that is not listed. */
  readonly policyTypes: readonly string[];
}

/**
 * The AWS organization itself, with all features. Only for an
 * organization that this repository owns: the resource is authoritative over trusted services, and Control
 * Tower registers more of them than anybody lists by hand.
 *
 * Source: `aws_organizations_organization`, and "Enabling all features for an organization with AWS
 * Organizations" (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html).
 */
export class Organization extends Construct {
  /** Id of the organization. */
  readonly organizationId: string;
  /** Id of the root, the parent of the topmost units. */
  readonly rootId: string;
  /** For what needs trusted services or policy types to be switched on. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: OrganizationProps) {
    super(scope, id);
    const organization = new OrganizationsOrganization(this, 'organization', {
      provider: props.provider,
      featureSet: 'ALL',
      enabledPolicyTypes: [...props.policyTypes],
      awsServiceAccessPrincipals: [...props.serviceAccess],
    });
    if (props.organizationId !== undefined) organization.importFrom(props.organizationId, props.provider);
    this.organizationId = organization.id;
    this.rootId = organization.roots.get(0).id;
    this.ready = [organization];
  }
}
