import { z } from 'zod';
import { BUDGET_LIMITS } from '../limits/budgets';
import { emailAddress } from './fields';
import { field } from './guidance';

const percents = (description: string, byDefault: number[]) =>
  field(
    z.array(z.int().min(1).max(BUDGET_LIMITS.percent)).max(BUDGET_LIMITS.alerts).default(byDefault),
    description,
    {
      expected: `at most ${BUDGET_LIMITS.alerts} whole numbers of percent of the budget, each 1 to ${BUDGET_LIMITS.percent}`,
    },
  );

const alerts = z.strictObject({
  actualPercent: percents('Percent of the budget that has been spent.', [80, 100]),
  forecastPercent: percents(
    'Percent of the budget that AWS expects to be spent by the end of the month. It takes about five weeks of use before AWS forecasts anything.',
    [100],
  ),
});

/** Monthly budget of an account. */
export const accountBudgetSchema = z.strictObject({
  monthlyUsd: field(
    z.int().min(1).max(1_000_000_000).default(1000),
    'What the account may cost in a month, in US dollars, taxes included. Nothing stops when it is spent: people are told.',
    { expected: 'a whole number of US dollars, at least 1' },
  ),
  subscribers: field(
    z.array(emailAddress('E-mail address that is told.')).min(1).max(BUDGET_LIMITS.subscribers).optional(),
    'E-mail addresses that are told. Default: monitoring.subscribers, the first ten of them; without any, the billing contact.',
    {
      expected: `1 to ${BUDGET_LIMITS.subscribers} e-mail addresses; for more people the address of a mailing list`,
    },
  ),
  alerts: alerts.prefault({}).describe('When they are told.'),
});

/** Monthly budget of an account, defaults filled in. */
export type AccountBudgetConfig = z.output<typeof accountBudgetSchema>;
