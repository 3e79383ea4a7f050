import type { Construct } from 'constructs';
import { type OrganizationConfig, withAncestors } from '../config';
import { Organization } from '../modules/organizations/organization';
import { OrganizationLookup } from '../modules/organizations/organization-lookup';
import { OrganizationalUnits } from '../modules/organizations/organizational-units';
import { LandingZoneStack } from './landing-zone-stack';
import { addCi } from './organization/ci';
import { managementProvider } from './providers';

export interface OrganizationStackProps {
  readonly organization: OrganizationConfig;
}

/** `organization`: what the whole AWS organization shares. Deployed once, changed rarely. */
export class OrganizationStack extends LandingZoneStack {
  constructor(scope: Construct, props: OrganizationStackProps) {
    super(scope, 'organization', props);
    const { organization } = props;
    const provider = managementProvider(this, organization);

    const { rootId } = organization.organization.managed
      ? new Organization(this, 'organization', {
          provider,
          organizationId: organization.organization.id,
          serviceAccess: organization.organization.serviceAccess,
          policyTypes: organization.organization.policyTypes,
        })
      : new OrganizationLookup(this, 'organization-lookup', { provider });

    new OrganizationalUnits(this, 'units', {
      provider,
      rootId,
      paths: withAncestors(organization.units),
      existingIds: organization.existingUnits,
    });
    addCi(this, provider, organization);
  }
}
