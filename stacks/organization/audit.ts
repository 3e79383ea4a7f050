import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { auditServices, type OrganizationConfig } from '../../config';
import { OrganizationTrail } from '../../modules/cloudtrail/organization-trail';
import { DelegatedServices } from '../../modules/organizations/delegated-services';

export interface AuditContext {
  readonly organization: OrganizationConfig;
  readonly provider: TerraformProvider;
  readonly organizationId: string;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** What watches all accounts, as far as it is made here. */
export function addAudit(scope: Construct, context: AuditContext): void {
  const { organization, provider, dependsOn } = context;
  const services = auditServices(organization);
  if (services.trail)
    new OrganizationTrail(scope, 'trail', {
      provider,
      managementAccountId: organization.managementAccountId,
      organizationId: context.organizationId,
      region: organization.region,
      keepDays: organization.audit.trailDays,
      dependsOn,
    });
  const { accountId } = organization.audit;
  if (accountId !== undefined)
    new DelegatedServices(scope, 'delegated-services', {
      provider,
      auditAccountId: accountId,
      isGuardDutyDelegated: services.guardDuty,
      isSecurityHubDelegated: services.securityHub,
      isAccessAnalyzerDelegated: services.accessAnalyzer,
      dependsOn,
    });
}
