import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { OrganizationConfig } from '../../config';
import { CostAnomalies } from '../../modules/costs/cost-anomalies';

/** A watch over costs, once somebody is named who is told. */
export function addCostAnomalies(
  scope: Construct,
  { costAnomalies }: OrganizationConfig,
  provider: TerraformProvider,
): void {
  const { subscribers, thresholdUsd } = costAnomalies;
  if (subscribers.length > 0)
    new CostAnomalies(scope, 'cost-anomalies', { provider, subscribers, thresholdUsd });
}
