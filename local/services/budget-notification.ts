import {
  type Budget,
  type Budgets,
  MAX_NOTIFICATIONS,
  NAMED,
  NOTIFICATION,
  type Notification,
  type NotificationWithSubscribers,
  SUBSCRIBER,
  SUBSCRIBERS,
  type Subscriber,
  budgetNotFound,
  checkBudgetInput,
  checkSubscribers,
  duplicate,
  keyOf,
  limitExceeded,
} from '../budgets';
import { jsonService } from '../json-service';
import { pageOf } from '../page';

const NOTIFIED = { ...NAMED, Notification: NOTIFICATION };
const page = { MaxResults: { min: 1, max: 100 } } as const;

/**
 * Who is told about a budget and when; moto forgets the subscribers. Nobody is ever told here.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateNotification.html
 */
export function budgetNotification(budgets: Budgets) {
  return jsonService({
    name: 'budget-notification',
    service: 'budgets',
    actions: {
      CreateNotification(input, call) {
        checkBudgetInput(input, { ...NOTIFIED, Subscribers: SUBSCRIBERS }, call);
        const budget = budgets.named(input, call);
        const added = input as unknown as NotificationWithSubscribers;
        checkSubscribers(added.Subscribers);
        requireNew(budget, added.Notification);
        if (budget.notifications.length >= MAX_NOTIFICATIONS)
          throw limitExceeded(`A budget can have ${MAX_NOTIFICATIONS} notifications`);
        const { Notification, Subscribers } = added;
        budget.notifications = [...budget.notifications, { Notification, Subscribers }];
        return {};
      },
      UpdateNotification(input, call) {
        checkBudgetInput(
          input,
          { ...NAMED, OldNotification: NOTIFICATION, NewNotification: NOTIFICATION },
          call,
        );
        const budget = budgets.named(input, call);
        const { OldNotification: before, NewNotification: after } = input as Record<string, Notification>;
        const changed = notification(budget, before as Notification);
        if (keyOf(before as Notification) !== keyOf(after as Notification))
          requireNew(budget, after as Notification);
        changed.Notification = after as Notification;
        return {};
      },
      DeleteNotification(input, call) {
        checkBudgetInput(input, NOTIFIED, call);
        const budget = budgets.named(input, call);
        const deleted = notification(budget, input.Notification as Notification);
        budget.notifications = budget.notifications.filter((known) => known !== deleted);
        return {};
      },
      DescribeNotificationsForBudget(input, call) {
        checkBudgetInput(input, { ...NAMED, ...page }, call);
        const { items, NextToken } = pageOf(budgets.named(input, call).notifications, input);
        const told = items.map(({ Notification: one }) => ({
          ThresholdType: 'PERCENTAGE',
          ...one,
          NotificationState: 'OK',
        }));
        return { Notifications: told, NextToken };
      },
      DescribeSubscribersForNotification(input, call) {
        checkBudgetInput(input, { ...NOTIFIED, ...page }, call);
        const { Subscribers } = notification(budgets.named(input, call), input.Notification as Notification);
        const { items, NextToken } = pageOf(Subscribers, input);
        return { Subscribers: items, NextToken };
      },
      CreateSubscriber(input, call) {
        checkBudgetInput(input, { ...NOTIFIED, Subscriber: SUBSCRIBER }, call);
        const changed = notification(budgets.named(input, call), input.Notification as Notification);
        const added = input.Subscriber as Subscriber;
        if (changed.Subscribers.some((known) => isSame(known, added)))
          throw duplicate(`Unable to create subscriber: ${added.Address} - the subscriber already exists.`);
        const all = [...changed.Subscribers, added];
        checkSubscribers(all);
        changed.Subscribers = all;
        return {};
      },
      DeleteSubscriber(input, call) {
        checkBudgetInput(input, { ...NOTIFIED, Subscriber: SUBSCRIBER }, call);
        const budget = budgets.named(input, call);
        const changed = notification(budget, input.Notification as Notification);
        changed.Subscribers = without(changed.Subscribers, input.Subscriber as Subscriber);
        // The last subscriber takes the notification along.
        if (changed.Subscribers.length === 0)
          budget.notifications = budget.notifications.filter((known) => known !== changed);
        return {};
      },
      UpdateSubscriber(input, call) {
        checkBudgetInput(input, { ...NOTIFIED, OldSubscriber: SUBSCRIBER, NewSubscriber: SUBSCRIBER }, call);
        const changed = notification(budgets.named(input, call), input.Notification as Notification);
        const all = [
          ...without(changed.Subscribers, input.OldSubscriber as Subscriber),
          input.NewSubscriber as Subscriber,
        ];
        checkSubscribers(all);
        changed.Subscribers = all;
        return {};
      },
    },
  });
}

function notification(budget: Budget, wanted: Notification): NotificationWithSubscribers {
  const found = budget.notifications.find((known) => keyOf(known.Notification) === keyOf(wanted));
  if (found !== undefined) return found;
  throw budgetNotFound(`Unable to get notification: ${keyOf(wanted)} - the notification doesn't exist.`);
}

function requireNew(budget: Budget, wanted: Notification): void {
  if (budget.notifications.some((known) => keyOf(known.Notification) === keyOf(wanted)))
    throw duplicate(`Error creating notification: ${keyOf(wanted)} - the notification already exists.`);
}

function without(subscribers: readonly Subscriber[], unwanted: Subscriber): Subscriber[] {
  const left = subscribers.filter((known) => !isSame(known, unwanted));
  if (left.length < subscribers.length) return left;
  throw budgetNotFound(`Unable to get subscriber: ${unwanted.Address} - the subscriber doesn't exist.`);
}

function isSame(one: Subscriber, other: Subscriber): boolean {
  return one.SubscriptionType === other.SubscriptionType && one.Address === other.Address;
}
