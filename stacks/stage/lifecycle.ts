import type { TerraformStack } from 'cdktf';
import type { EnvironmentConfig, OrganizationConfig } from '../../config';
import { PlanRefusal } from '../../modules/organizations/plan-refusal';
import { managementProvider } from '../providers';

/** Id of an account that is not active, with which no plan of its stage gets any further. */
export function refusedAccountId(
  scope: TerraformStack,
  organization: OrganizationConfig,
  { stage, account }: EnvironmentConfig,
): string {
  const reason =
    `stage ${stage} is not deployed: its account is ${account.lifecycle} (account.lifecycle in ` +
    `environments/${stage}.yaml); to use it again, write active there and run: npx cdktf deploy ${stage}-account`;
  const provider = managementProvider(scope, organization);
  return new PlanRefusal(scope, 'lifecycle', { provider, reason }).accountId;
}
