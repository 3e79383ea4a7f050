import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { auditServices, type EnvironmentConfig, type OrganizationConfig, watchedRegions } from '../../config';
import { OrganizationTrail, type OrganizationTrailProps } from '../../modules/cloudtrail/organization-trail';
import { DelegatedServices } from '../../modules/organizations/delegated-services';
import { regionalProviders } from '../providers';

/** Modes of Object Lock, as AWS writes them. */
const LOCK_MODES = { governance: 'GOVERNANCE', compliance: 'COMPLIANCE' } as const;

export interface AuditContext {
  readonly organization: OrganizationConfig;
  readonly stages: readonly EnvironmentConfig[];
  readonly provider: TerraformProvider;
  readonly organizationId: string;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** What watches all accounts, as far as it is made here. */
export function addAudit(scope: Construct, context: AuditContext): void {
  const { organization, provider, dependsOn } = context;
  const services = auditServices(organization);
  // Also where nothing is delegated, or no longer is.
  const regional = regionalProviders(scope, organization);
  if (services.trail)
    new OrganizationTrail(scope, 'trail', {
      provider,
      managementAccountId: organization.managementAccountId,
      organizationId: context.organizationId,
      region: organization.region,
      keepDays: organization.audit.trailDays,
      lock: lockOf(organization.audit),
      dependsOn,
    });
  if (organization.audit.accountId !== undefined)
    delegate(scope, { ...context, regional }, organization.audit.accountId);
}

/**
 * Region by region, one after the other; what is the same in all regions with the first. The region is in the construct id
 * as the key it is here, as names are elsewhere: nothing else tells one of these from another, and this stack exists once.
 */
function delegate(
  scope: Construct,
  context: AuditContext & { readonly regional: ReadonlyMap<string, TerraformProvider> },
  auditAccountId: string,
): void {
  const { organization, stages, provider, regional } = context;
  const services = auditServices(organization);
  let { dependsOn } = context;
  const isRegional = services.guardDuty || services.securityHub;
  for (const region of isRegional ? watchedRegions(organization, stages) : [organization.region]) {
    const isHome = region === organization.region;
    const there = isHome ? provider : regional.get(region);
    if (there === undefined) throw new Error(`config lets no stage through in ${region}`);
    const delegated = new DelegatedServices(
      scope,
      isHome ? 'delegated-services' : `delegated-services-${region}`,
      {
        provider: there,
        auditAccountId,
        isGuardDutyDelegated: services.guardDuty,
        isSecurityHubDelegated: services.securityHub,
        isAccessAnalyzerDelegated: services.accessAnalyzer && isHome,
        dependsOn,
      },
    );
    dependsOn = [...context.dependsOn, ...delegated.ready];
  }
}

function lockOf({ trailLock }: OrganizationConfig['audit']): OrganizationTrailProps['lock'] {
  return trailLock && { mode: LOCK_MODES[trailLock.mode], days: trailLock.days };
}
