import {
  type Budget,
  BudgetsClient,
  CreateBudgetCommand,
  CreateNotificationCommand,
  CreateSubscriberCommand,
  DeleteBudgetCommand,
  DeleteNotificationCommand,
  DeleteSubscriberCommand,
  DescribeBudgetCommand,
  DescribeBudgetsCommand,
  DescribeNotificationsForBudgetCommand,
  DescribeSubscribersForNotificationCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateBudgetCommand,
  UpdateNotificationCommand,
  UpdateSubscriberCommand,
} from '@aws-sdk/client-budgets';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const client = () => new BudgetsClient(awsClientConfig(local.cloud, 'us-east-1'));
const AccountId = '123456789012';
const monthly = (BudgetName: string, more: object = {}): Budget => ({
  BudgetName,
  BudgetType: 'COST',
  TimeUnit: 'MONTHLY',
  BudgetLimit: { Amount: '1000', Unit: 'USD' },
  ...more,
});
const create = (budget: Budget, more: object = {}) =>
  client().send(new CreateBudgetCommand({ AccountId, Budget: budget, ...more }));
const describe = async (BudgetName: string) =>
  (await client().send(new DescribeBudgetCommand({ AccountId, BudgetName }))).Budget;
const over = (Threshold: number) =>
  ({
    NotificationType: 'ACTUAL',
    ComparisonOperator: 'GREATER_THAN',
    Threshold,
    ThresholdType: 'PERCENTAGE',
  }) as const;
const address = (Address: string) => ({ SubscriptionType: 'EMAIL', Address }) as const;

test('a budget is made, completed by AWS, changed and deleted', async () => {
  await create(monthly('stage', { CostFilters: { LinkedAccount: [AccountId] } }));
  const made = await describe('stage');
  expect(made).toMatchObject({
    BudgetLimit: { Amount: '1000.0', Unit: 'USD' },
    CostFilters: { LinkedAccount: [AccountId] },
    CostTypes: { IncludeTax: true, UseBlended: false },
    CalculatedSpend: { ActualSpend: { Amount: '0.0' } },
  });
  expect(made?.TimePeriod?.End).toEqual(new Date('2087-06-15T00:00:00Z'));
  const NewBudget = monthly('stage', { BudgetLimit: { Amount: '12.5', Unit: 'USD' } });
  await client().send(new UpdateBudgetCommand({ AccountId, NewBudget }));
  const changed = await describe('stage');
  expect(changed).toMatchObject({
    BudgetLimit: { Amount: '12.5' },
    CostFilters: {},
    TimePeriod: made?.TimePeriod,
  });
  expect((await client().send(new DescribeBudgetsCommand({ AccountId }))).Budgets).toHaveLength(1);
  await client().send(new DeleteBudgetCommand({ AccountId, BudgetName: 'stage' }));
  await expect(describe('stage')).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('its tags are listed, added and taken away', async () => {
  await create(monthly('tagged'), { ResourceTags: [{ Key: 'a', Value: '1' }] });
  const ResourceARN = `arn:aws:budgets::${AccountId}:budget/tagged`;
  await client().send(new TagResourceCommand({ ResourceARN, ResourceTags: [{ Key: 'b', Value: '2' }] }));
  await client().send(new UntagResourceCommand({ ResourceARN, ResourceTagKeys: ['a'] }));
  const { ResourceTags } = await client().send(new ListTagsForResourceCommand({ ResourceARN }));
  expect(ResourceTags).toEqual([{ Key: 'b', Value: '2' }]);
});

test('who is told is added, changed and taken away', async () => {
  const budget = { AccountId, BudgetName: 'told' };
  const first = { Notification: over(80), Subscribers: [address('a@example.org')] };
  await create(monthly('told'), { NotificationsWithSubscribers: [first] });
  const second = {
    NotificationType: 'FORECASTED',
    ComparisonOperator: 'GREATER_THAN',
    Threshold: 100,
  } as const;
  await client().send(
    new CreateNotificationCommand({ ...budget, Notification: second, Subscribers: first.Subscribers }),
  );
  const told = async () =>
    (await client().send(new DescribeNotificationsForBudgetCommand(budget))).Notifications?.map(
      ({ NotificationType, Threshold, ThresholdType }) =>
        [NotificationType, Threshold, ThresholdType].join(' '),
    );
  expect(await told()).toEqual(['ACTUAL 80 PERCENTAGE', 'FORECASTED 100 PERCENTAGE']);

  await client().send(
    new UpdateNotificationCommand({ ...budget, OldNotification: over(80), NewNotification: over(90) }),
  );
  await client().send(new DeleteNotificationCommand({ ...budget, Notification: second }));
  expect(await told()).toEqual(['ACTUAL 90 PERCENTAGE']);

  const notified = { ...budget, Notification: over(90) };
  await client().send(new CreateSubscriberCommand({ ...notified, Subscriber: address('b@example.org') }));
  await client().send(
    new UpdateSubscriberCommand({
      ...notified,
      OldSubscriber: address('a@example.org'),
      NewSubscriber: address('c@example.org'),
    }),
  );
  await client().send(new DeleteSubscriberCommand({ ...notified, Subscriber: address('b@example.org') }));
  const { Subscribers } = await client().send(new DescribeSubscribersForNotificationCommand(notified));
  expect(Subscribers).toEqual([address('c@example.org')]);
  // "Deleting the last subscriber to a notification also deletes the notification." (DeleteSubscriber)
  await client().send(new DeleteSubscriberCommand({ ...notified, Subscriber: address('c@example.org') }));
  expect(await told()).toEqual([]);
});

test('fails on a second budget of the name, notification of the kind and subscriber of the address', async () => {
  const Subscribers = [address('a@example.org')];
  const notification = { Notification: over(80), Subscribers };
  await create(monthly('twice'), { NotificationsWithSubscribers: [notification] });
  const budget = { AccountId, BudgetName: 'twice' };
  const again = [
    () => create(monthly('twice')),
    () => client().send(new CreateNotificationCommand({ ...budget, ...notification })),
    () =>
      client().send(
        new CreateSubscriberCommand({
          ...budget,
          Notification: over(80),
          Subscriber: address('a@example.org'),
        }),
      ),
  ];
  // One after the other: a call that fails while another is waited for would be an unhandled rejection.
  for (const call of again) await expect(call()).rejects.toMatchObject({ name: 'DuplicateRecordException' });
});

test.each([
  ['no limit', { BudgetLimit: undefined }, {}, 'InvalidParameterException'],
  [
    'an amount that is no number',
    { BudgetLimit: { Amount: '1,000', Unit: 'USD' } },
    {},
    'InvalidParameterException',
  ],
  ['a colon in its name', { BudgetName: 'a:b' }, {}, 'InvalidParameterException'],
  ['a period that there is not', { TimeUnit: 'WEEKLY' }, {}, 'InvalidParameterException'],
  ['another account', {}, { AccountId: '999988887777' }, 'AccessDeniedException'],
  [
    'nobody to tell',
    {},
    { NotificationsWithSubscribers: [{ Notification: over(80), Subscribers: [] }] },
    'InvalidParameterException',
  ],
  [
    'an address that is none',
    {},
    { NotificationsWithSubscribers: [{ Notification: over(80), Subscribers: [address('costs')] }] },
    'InvalidParameterException',
  ],
  [
    'eleven addresses',
    {},
    {
      NotificationsWithSubscribers: [
        {
          Notification: over(80),
          Subscribers: Array.from({ length: 11 }, (_, index) => address(`${index}@example.org`)),
        },
      ],
    },
    'CreationLimitExceededException',
  ],
])('fails with %s', async (_, wrong, more, name) => {
  await expect(create(monthly('wrong', wrong), more)).rejects.toMatchObject({ name });
});
