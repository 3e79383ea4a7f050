import { budgetSubscribers } from '../account-contacts';
import type { Rule } from './rule';

/** A budget that nobody is told of is only a number in the console. */
export const budgetToldToSomebody: Rule = ({ organization, stages }) => {
  if (!organization) return [];
  return stages
    .filter((stage) => budgetSubscribers(organization.config, stage.config).length === 0)
    .map((stage) =>
      stage.problem(
        'nobody is told when the budget is spent; add addresses here, as monitoring.subscribers, or a billing contact',
        ['account', 'budget', 'subscribers'],
      ),
    );
};
