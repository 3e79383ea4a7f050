import { DataAwsOrganizationsOrganization } from '@cdktf/provider-aws/lib/data-aws-organizations-organization';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OrganizationLookupProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
}

/** The AWS organization that exists already, read and not changed. */
export class OrganizationLookup extends Construct {
  /** Id of the root, the parent of the topmost units. */
  readonly rootId: string;

  constructor(scope: Construct, id: string, props: OrganizationLookupProps) {
    super(scope, id);
    const organization = new DataAwsOrganizationsOrganization(this, 'organization', {
      provider: props.provider,
    });
    this.rootId = organization.roots.get(0).id;
  }
}
