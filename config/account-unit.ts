import type { EnvironmentConfig } from './schema/environment';
import type { OrganizationConfig } from './schema/organization';

/** Path of the unit in which a stage's account shall be now. */
export function accountUnit(
  { suspendedUnit }: Pick<OrganizationConfig, 'suspendedUnit'>,
  { account }: Pick<EnvironmentConfig, 'account'>,
): string {
  return account.lifecycle === 'active' ? account.unit : suspendedUnit;
}
