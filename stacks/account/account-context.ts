import type { TerraformProvider, TerraformStack } from 'cdktf';
import type { EnvironmentConfig, OrganizationConfig } from '../../config';

/** What everything in the account stack of a stage has in common. */
export interface AccountContext {
  readonly scope: TerraformStack;
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  readonly organization: OrganizationConfig;
  readonly environment: EnvironmentConfig;
}
