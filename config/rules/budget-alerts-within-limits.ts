import { BUDGET_LIMITS } from '../limits/budgets';
import type { Rule } from './rule';

/** A budget has as many alerts as AWS allows, and each of them once. */
export const budgetAlertsWithinLimits: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const alerts = stage.config.account?.budget?.alerts;
    const kinds = ['actualPercent', 'forecastPercent'] as const;
    const path = ['account', 'budget', 'alerts'];
    const repeated = kinds.flatMap((kind) =>
      (alerts?.[kind] ?? []).flatMap((percent, index, all) => {
        if (percent === undefined || all.indexOf(percent) === index) return [];
        return [stage.problem(`${percent} is listed already; remove one of the two`, [...path, kind, index])];
      }),
    );
    const count = kinds.reduce((sum, kind) => sum + (alerts?.[kind]?.length ?? 0), 0);
    if (count <= BUDGET_LIMITS.alerts) return repeated;
    const text = `expected at most ${BUDGET_LIMITS.alerts} alerts in actualPercent and forecastPercent together, found ${count}; AWS allows no more for a budget`;
    return [...repeated, stage.problem(text, path)];
  });
