import { ConfigError } from './problem';
import { readConfig } from './read';
import type { EnvironmentConfig } from './schema/environment';
import type { OrganizationConfig } from './schema/organization';

export { expandInterfaceEndpoints } from './limits/vpc-endpoints';
export { resolverAddress } from './network/resolver-address';
export { planSubnets } from './network/subnets';
export { withAncestors } from './rules/unit-paths';
export { isShippedExample, placeholderProblems } from './placeholders';
export { ConfigError, formatProblem, type Problem } from './problem';
export { readConfig, type Reading, type StageReading } from './read';
export { readSamlMetadata, type SamlMetadata } from './saml/read-metadata';
export type { EnvironmentConfig } from './schema/environment';
export type { OrganizationConfig } from './schema/organization';
export type { VpnConfig, VpnTargetName } from './schema/vpn';
export { zoneIdsOf } from './zones';

/** All of `environments/`, checked, with every default filled in. */
export interface Config {
  /**
   * Folder that holds `environments/`, for files that lie beside the configuration.
   *
   * @default - there are none: the configuration is not from a folder
   */
  readonly root?: string;
  readonly organization: OrganizationConfig;
  /** One per stage file, sorted by name. */
  readonly stages: readonly EnvironmentConfig[];
}

/**
 * Reads `environments/`. Needs no network and no credentials.
 *
 * @param root folder that holds `environments/`
 * @throws ConfigError naming every problem of every file, when there is any
 */
export function loadConfig(root: string): Config {
  const { organization, stages, problems } = readConfig(root);
  if (problems.length > 0 || !organization) throw new ConfigError(problems);
  return {
    root,
    organization: organization.config,
    stages: stages.flatMap((stage) => stage.config ?? []),
  };
}
