import { MonthlyBudget, type MonthlyBudgetProps } from '../../../modules/budgets/monthly-budget';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

const synthBudget = (props: Partial<MonthlyBudgetProps> = {}) =>
  onlyResource(
    synthModule((stack, provider) => {
      new MonthlyBudget(stack, 'budget', {
        provider,
        name: 'sandbox-monthly',
        accountId: '111122223333',
        limitUsd: 500,
        subscribers: ['a@example.com', 'b@example.com'],
        actualPercent: [80],
        forecastPercent: [100],
        ...props,
      });
    }),
    'aws_budgets_budget',
  );

describe('MonthlyBudget', () => {
  it('counts the costs of its account only', () => {
    expect(synthBudget()).toMatchObject({
      budget_type: 'COST',
      time_unit: 'MONTHLY',
      limit_amount: '500',
      cost_filter: [{ name: 'LinkedAccount', values: ['111122223333'] }],
    });
  });

  it('tells everybody of what is spent and of what will be', () => {
    const everybody = ['a@example.com', 'b@example.com'];
    expect(synthBudget()['notification']).toEqual([
      expect.objectContaining({
        notification_type: 'ACTUAL',
        threshold: 80,
        subscriber_email_addresses: everybody,
      }),
      expect.objectContaining({
        notification_type: 'FORECASTED',
        threshold: 100,
        subscriber_email_addresses: everybody,
      }),
    ]);
  });

  it('has no alert that is sent to nobody, which AWS refuses', () => {
    expect(synthBudget({ subscribers: [] })['notification']).toEqual([]);
  });
});
