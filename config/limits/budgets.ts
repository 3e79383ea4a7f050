/**
 * What AWS Budgets allows, as data.
 *
 * Sources: `NotificationsWithSubscribers` of CreateBudget and `Subscribers` of NotificationWithSubscribers
 * (https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html,
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_NotificationWithSubscribers.html):
 * at most 11 subscribers, one of which is a topic; and `Threshold` of Notification, at most 1,000,000 percent.
 */
export const BUDGET_LIMITS = {
  /** Alerts of a budget, actual and forecast together. */
  alerts: 10,
  /** E-mail addresses that one alert is sent to. */
  subscribers: 10,
  /** Percent of the budget. */
  percent: 1_000_000,
} as const;
