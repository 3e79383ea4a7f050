import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { auditServices, type EnvironmentConfig, type OrganizationConfig, watchedRegions } from '../../config';
import { policyTypesInUse } from './policies';

/**
 * Says what of the organization is managed here, what is only read, and what is neither: with every deployment, and in a
 * plan that changes any of it. Terraform leaves out of a plan whatever stays the same.
 */
export function addManagedServices(
  scope: Construct,
  organization: OrganizationConfig,
  stages: readonly EnvironmentConfig[],
): void {
  new TerraformOutput(scope, 'managed_services', { value: managedServices(organization, stages) });
}

/** A word for each: whether it is managed, and in which regions, only read, left to Control Tower, or not managed. */
export function managedServices(
  config: OrganizationConfig,
  stages: readonly Pick<EnvironmentConfig, 'region'>[],
): Record<string, string> {
  const { controlTower, managed } = config.organization;
  const services = auditServices(config);
  const types = policyTypesInUse(config);
  const regions = watchedRegions(config, stages).join(', ');
  const watched = (isManaged: boolean, where?: string) => {
    if (isManaged) return where === undefined ? 'managed' : `managed in ${where}`;
    return controlTower ? 'left to Control Tower' : 'not managed';
  };
  return {
    organization: managed ? 'managed' : 'read',
    units: 'managed',
    service_control_policies: said(types.includes('SERVICE_CONTROL_POLICY')),
    tag_policy: said(types.includes('TAG_POLICY')),
    trail: watched(services.trail),
    guardduty: watched(services.guardDuty, regions),
    security_hub: watched(services.securityHub, regions),
    access_analyzer: watched(services.accessAnalyzer),
    cost_anomalies: said(config.costAnomalies.subscribers.length > 0),
    ...ofPipelines(config),
  };
}

const said = (isManaged: boolean): string => (isManaged ? 'managed' : 'not managed');

/** The roles of pipelines, the issuer that they believe, and the bucket that state is in. */
function ofPipelines({ ci, state }: OrganizationConfig): Record<string, string> {
  const isInBucket = state.backend === 's3';
  return {
    ci_roles: said(ci !== undefined),
    ci_oidc_provider: ci?.existingProvider === true ? 'read' : said(ci !== undefined),
    state_bucket: isInBucket && !state.managed ? 'used' : isInBucket ? 'managed by stack state' : 'none',
  };
}
