import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { auditServices, type OrganizationConfig } from '../../config';
import { policyTypesInUse } from './policies';

/** Says in every plan and every deployment what of the organization is managed here, and what is not. */
export function addManagedServices(scope: Construct, organization: OrganizationConfig): void {
  new TerraformOutput(scope, 'managed_services', { value: managedServices(organization) });
}

/** A word for each: whether it is managed, only read, left to Control Tower, or not managed. */
export function managedServices(config: OrganizationConfig): Record<string, string> {
  const { controlTower, managed } = config.organization;
  const services = auditServices(config);
  const types = policyTypesInUse(config);
  const said = (isManaged: boolean) => (isManaged ? 'managed' : 'not managed');
  const watched = (isManaged: boolean) =>
    controlTower && !isManaged ? 'left to Control Tower' : said(isManaged);
  return {
    organization: managed ? 'managed' : 'read',
    units: 'managed',
    service_control_policies: said(types.includes('SERVICE_CONTROL_POLICY')),
    tag_policy: said(types.includes('TAG_POLICY')),
    trail: watched(services.trail),
    guardduty: watched(services.guardDuty),
    security_hub: watched(services.securityHub),
    access_analyzer: watched(services.accessAnalyzer),
    cost_anomalies: said(config.costAnomalies.subscribers.length > 0),
  };
}
