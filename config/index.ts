import { type GroupFiles, groupFiles } from './group-files';
import { ConfigError, type Problem } from './problem';
import { readConfig } from './read';
import type { EnvironmentConfig } from './schema/environment';
import type { OrganizationConfig } from './schema/organization';
import type { Attachments } from './source/attachments';

export { type AuditServices, auditServices, serviceAccessOf, watchedRegions } from './audit-services';
export { customPolicyText } from './custom-policy-text';
export { type GroupFiles, groupsInFiles } from './group-files';
export { POLICY_LIMITS } from './limits/organizations';
export { REGIONS } from './limits/regions';
export { PLATFORM_TAG_KEYS } from './limits/platform-tags';
export {
  accountContacts,
  breakGlassSubscribers,
  budgetSubscribers,
  contactServices,
} from './account-contacts';
export { accountUnit } from './account-unit';
export { type CiTrust, ciTrust } from './ci-trust';
export { expandInterfaceEndpoints, INTERFACE_ENDPOINT_PRESETS } from './limits/vpc-endpoints';
export { resolverAddress } from './network/resolver-address';
export { planSubnets } from './network/subnets';
export { ROOT } from './rules/policy-targets';
export { withAncestors } from './rules/unit-paths';
export { isShippedExample, placeholderProblems } from './placeholders';
export { ConfigError, formatProblem, type Problem } from './problem';
export { readConfig, type Reading, type StageReading } from './read';
export { readSamlMetadata, type SamlMetadata } from './saml/read-metadata';
export type { VpnConfig, VpnTargetName } from './schema/vpn';
export { MWAA_CLASSES } from './limits/mwaa';
export { airflowSize, tasksPerWorker } from './airflow-size';
export type { AccountBudgetConfig } from './schema/account-budget';
export type { AccountContacts } from './schema/account-contacts';
export type { AirflowConfig } from './schema/airflow';
export type { EnvironmentConfig } from './schema/environment';
export type { OrganizationConfig } from './schema/organization';
export { type AttachedFile, Attachments } from './source/attachments';
export { zoneIdsOf } from './zones';

/** All of `environments/`, checked, with every default filled in. */
export interface Config {
  readonly organization: OrganizationConfig;
  /** One per stage file, sorted by name. */
  readonly stages: readonly EnvironmentConfig[];
  /** Files below `environments/` that the configuration names. */
  readonly attachments: Attachments;
  /**
   * Where the groups of IAM Identity Center are named.
   *
   * @default - each stage's own
   */
  readonly groupFiles?: GroupFiles;
  /**
   * What can be deployed but may not be meant, in the order of files and lines.
   *
   * @default - nothing
   */
  readonly warnings?: readonly Problem[];
}

/**
 * Reads `environments/`. Needs no network and no credentials.
 *
 * @param root folder that holds `environments/`
 * @throws ConfigError naming every problem of every file, when there is any
 */
export function loadConfig(root: string): Config {
  const { organization, stages, problems, warnings, attachments } = readConfig(root);
  if (problems.length > 0 || !organization) throw new ConfigError(problems);
  return {
    organization: organization.config,
    stages: stages.flatMap((stage) => stage.config ?? []),
    attachments,
    groupFiles: groupFiles(stages),
    warnings,
  };
}
