import type { EnvironmentConfig } from './schema/environment';
import type { OrganizationConfig } from './schema/organization';

/** What watches all accounts, and whether it is made here. */
export interface AuditServices {
  readonly trail: boolean;
  readonly guardDuty: boolean;
  readonly securityHub: boolean;
  readonly accessAnalyzer: boolean;
}

/** Principal that needs trusted access, by service. */
const PRINCIPALS: Readonly<Record<keyof AuditServices, string>> = {
  trail: 'cloudtrail.amazonaws.com',
  guardDuty: 'guardduty.amazonaws.com',
  securityHub: 'securityhub.amazonaws.com',
  accessAnalyzer: 'access-analyzer.amazonaws.com',
};

/**
 * What is made here: what the file says, else everything in an organization that is ours, and nothing in one that
 * Control Tower or another team owns. What is delegated needs an account to delegate it to.
 */
export function auditServices({ organization, audit }: OrganizationConfig): AuditServices {
  const isOurs = organization.managed && !organization.controlTower;
  const isDelegated = isOurs && audit.accountId !== undefined;
  return {
    trail: audit.trail ?? isOurs,
    guardDuty: audit.guardDuty ?? isDelegated,
    securityHub: audit.securityHub ?? isDelegated,
    accessAnalyzer: audit.accessAnalyzer ?? isDelegated,
  };
}

/**
 * Regions in which accounts are watched: that of the organization's file first, then those of the stages. GuardDuty and
 * Security Hub know an administrator in each region apart.
 *
 * Sources: "Designating a delegated GuardDuty administrator account"
 * (https://docs.aws.amazon.com/guardduty/latest/ug/delegated-admin-designate.html), "Designating a delegated administrator
 * in Security Hub" (https://docs.aws.amazon.com/securityhub/latest/userguide/designate-orgs-admin-account.html).
 */
export function watchedRegions(
  { region: home }: Pick<OrganizationConfig, 'region'>,
  stages: readonly Pick<EnvironmentConfig, 'region'>[],
): string[] {
  const others = new Set(stages.map(({ region }) => region));
  others.delete(home);
  return [home, ...[...others].sort()];
}

/** Service principals that need trusted access for what is made here. */
export function serviceAccessOf(services: AuditServices): string[] {
  return (Object.keys(PRINCIPALS) as (keyof AuditServices)[])
    .filter((service) => services[service])
    .map((service) => PRINCIPALS[service]);
}
