import { budgetSubscribers } from '../../config';
import { MonthlyBudget } from '../../modules/budgets/monthly-budget';
import type { AccountContext } from './account-context';

/** What a stage's account may cost in a month. */
export function addBudget(
  { scope, provider, organization, environment }: AccountContext,
  accountId: string,
): void {
  const { monthlyUsd, alerts } = environment.account.budget;
  new MonthlyBudget(scope, 'budget', {
    provider,
    name: `${environment.stage}-monthly`,
    accountId,
    limitUsd: monthlyUsd,
    subscribers: budgetSubscribers(organization, environment).flatMap((address) => address ?? []),
    actualPercent: alerts.actualPercent,
    forecastPercent: alerts.forecastPercent,
  });
}
