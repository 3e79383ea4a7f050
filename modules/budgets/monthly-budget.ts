import { BudgetsBudget } from '@cdktf/provider-aws/lib/budgets-budget';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface MonthlyBudgetProps {
  /** Provider with credentials of the management account, where the bill is. */
  readonly provider: TerraformProvider;
  /** Name of the budget, unique in the management account, 1 to 100 characters without : and \. */
  readonly name: string;
  /** Account whose costs count. */
  readonly accountId: string;
  /** US dollars in a calendar month. */
  readonly limitUsd: number;
  /** E-mail addresses that are told, at most 10. Without any the budget tells nobody. */
  readonly subscribers: readonly string[];
  /** Percent of the limit that has been spent. Ten alerts at most, with those of the forecast. */
  readonly actualPercent: readonly number[];
  /** Percent of the limit that AWS expects to be spent by the end of the month. */
  readonly forecastPercent: readonly number[];
}

/**
 * What one account may cost in a month, and who is told. Nothing is stopped when it is spent.
 *
 * Source: CreateBudget
 * (https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html).
 */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, props: MonthlyBudgetProps) {
    super(scope, id);
    const alert = (notificationType: string) => (threshold: number) => ({
      notificationType,
      comparisonOperator: 'GREATER_THAN',
      threshold,
      thresholdType: 'PERCENTAGE',
      subscriberEmailAddresses: [...props.subscribers],
    });
    const alerts = [
      ...props.actualPercent.map(alert('ACTUAL')),
      ...props.forecastPercent.map(alert('FORECASTED')),
    ];
    new BudgetsBudget(this, 'budget', {
      provider: props.provider,
      name: props.name,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: String(props.limitUsd),
      limitUnit: 'USD',
      costFilter: [{ name: 'LinkedAccount', values: [props.accountId] }],
      // AWS refuses an alert that is sent to nobody.
      notification: props.subscribers.length === 0 ? [] : alerts,
    });
  }
}
