import type { Construct } from 'constructs';
import { auditServices, type Config, contactServices, serviceAccessOf, withAncestors } from '../config';
import { Organization } from '../modules/organizations/organization';
import { OrganizationLookup } from '../modules/organizations/organization-lookup';
import { OrganizationalUnits } from '../modules/organizations/organizational-units';
import { LandingZoneStack } from './landing-zone-stack';
import { addAccountRecords } from './organization/account-records';
import { addAudit } from './organization/audit';
import { addCostAnomalies } from './organization/cost-anomalies';
import { addManagedServices } from './organization/managed-services';
import { addPolicies, policyTypesInUse } from './organization/policies';
import { addCi } from './organization/ci';
import { managementProvider } from './providers';

export type OrganizationStackProps = Config;

/** `organization`: what the whole AWS organization shares. Deployed once, changed rarely. */
export class OrganizationStack extends LandingZoneStack {
  constructor(scope: Construct, props: OrganizationStackProps) {
    super(scope, 'organization', props);
    const { organization } = props;
    const provider = managementProvider(this, organization);

    const serviceAccess = serviceAccessOf(auditServices(organization));

    const found = organization.organization.managed
      ? new Organization(this, 'organization', {
          provider,
          organizationId: organization.organization.id,
          serviceAccess: [...new Set([...organization.organization.serviceAccess, ...serviceAccess])],
          policyTypes: organization.organization.policyTypes,
        })
      : new OrganizationLookup(this, 'organization-lookup', {
          provider,
          policyTypes: policyTypesInUse(organization),
          serviceAccess: [...serviceAccess, ...contactServices(organization, props.stages)],
        });
    const { organizationId, rootId, ready: dependsOn } = found;

    const units = new OrganizationalUnits(this, 'units', {
      provider,
      rootId,
      paths: withAncestors(organization.units),
      existingIds: organization.existingUnits,
    });

    addPolicies(this, { ...props, provider, organizationId, rootId, unitIds: units.idByPath, dependsOn });
    addAudit(this, { organization, stages: props.stages, provider, organizationId, dependsOn });
    addCostAnomalies(this, organization, provider);
    addManagedServices(this, organization, props.stages);
    addAccountRecords(this, provider, { rootId, stages: props.stages });
    addCi(this, provider, organization);
  }
}
