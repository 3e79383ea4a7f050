import { CeAnomalyMonitor } from '@cdktf/provider-aws/lib/ce-anomaly-monitor';
import { CeAnomalySubscription } from '@cdktf/provider-aws/lib/ce-anomaly-subscription';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface CostAnomaliesProps {
  /** Provider with credentials of the management account, which sees the costs of all accounts. */
  readonly provider: TerraformProvider;
  /** E-mail addresses, at least one. */
  readonly subscribers: readonly string[];
  /** Dollars that an anomaly costs in all, from which on it is told. */
  readonly thresholdUsd: number;
}

/**
 * Tells, once a day, of costs that are unlike those before: a cluster that nobody stopped, a loop that reads the lake.
 * One monitor over all services watches the whole organization.
 *
 * Source: "Detecting unusual spend with AWS Cost Anomaly Detection"
 * (https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html).
 */
export class CostAnomalies extends Construct {
  constructor(scope: Construct, id: string, props: CostAnomaliesProps) {
    super(scope, id);
    const monitor = new CeAnomalyMonitor(this, 'monitor', {
      provider: props.provider,
      name: 'landing-zone-services',
      monitorType: 'DIMENSIONAL',
      monitorDimension: 'SERVICE',
    });
    new CeAnomalySubscription(this, 'subscription', {
      provider: props.provider,
      name: 'landing-zone-daily',
      frequency: 'DAILY',
      monitorArnList: [monitor.arn],
      subscriber: props.subscribers.map((address) => ({ type: 'EMAIL', address })),
      thresholdExpression: {
        dimension: {
          key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          matchOptions: ['GREATER_THAN_OR_EQUAL'],
          values: [String(props.thresholdUsd)],
        },
      },
    });
  }
}
