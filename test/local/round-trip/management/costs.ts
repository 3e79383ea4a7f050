import type { Resources } from '../resources';
import type { Management } from './management';

/** Budgets with everybody who is told, and the watch over unusual costs. */
export function costs({ account, isChanged }: Management): Resources {
  const notification = (type: string, threshold: number) => ({
    comparison_operator: 'GREATER_THAN',
    notification_type: type,
    threshold,
    threshold_type: 'PERCENTAGE',
    subscriber_email_addresses: ['costs@example.org', ...(isChanged ? ['more@example.org'] : [])],
  });
  return {
    aws_budgets_budget: {
      stage: {
        name: 'stage',
        budget_type: 'COST',
        limit_amount: isChanged ? '1500' : '1000',
        limit_unit: 'USD',
        time_unit: 'MONTHLY',
        time_period_start: '2026-01-01_00:00',
        cost_filter: [{ name: 'LinkedAccount', values: [account] }],
        notification: [
          notification('ACTUAL', 80),
          notification('FORECASTED', isChanged ? 110 : 100),
          ...(isChanged ? [] : [notification('ACTUAL', 50)]),
        ],
        tags: { Stage: isChanged ? 'prod' : 'test' },
      },
      // Everything at AWS's defaults.
      plain: { budget_type: 'COST', limit_amount: '12.5', limit_unit: 'USD', time_unit: 'QUARTERLY' },
    },
    aws_ce_anomaly_monitor: {
      services: {
        name: isChanged ? 'services-watched' : 'services',
        monitor_type: 'DIMENSIONAL',
        monitor_dimension: 'SERVICE',
        tags: { Name: isChanged ? 'watched' : 'services' },
      },
    },
    aws_ce_anomaly_subscription: {
      daily: {
        name: 'daily',
        frequency: isChanged ? 'WEEKLY' : 'DAILY',
        monitor_arn_list: ['${aws_ce_anomaly_monitor.services.arn}'],
        subscriber: [{ type: 'EMAIL', address: 'costs@example.org' }],
        threshold_expression: {
          dimension: {
            key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
            match_options: ['GREATER_THAN_OR_EQUAL'],
            values: [isChanged ? '200' : '100'],
          },
        },
        tags: { Name: 'daily' },
      },
    },
  };
}
