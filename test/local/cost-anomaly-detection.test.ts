import { boto3, boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const ce = (method: string, input: object = {}) =>
  boto3Call(local, 'ce', method, input, { region: 'us-east-1' });
const services = { MonitorName: 'services', MonitorType: 'DIMENSIONAL', MonitorDimension: 'SERVICE' };
const subscription = (MonitorArn: unknown, more: object = {}) => ({
  AnomalySubscription: {
    SubscriptionName: 'daily',
    Frequency: 'DAILY',
    MonitorArnList: [MonitorArn],
    Subscribers: [{ Type: 'EMAIL', Address: 'costs@example.org' }],
    ThresholdExpression: { Dimensions: { Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE', Values: ['100'] } },
    ...more,
  },
});

test('a monitor and its subscription are made, changed, tagged and deleted', async () => {
  const tags = [{ Key: 'a', Value: '1' }];
  const MonitorArn = (await ce('create_anomaly_monitor', { AnomalyMonitor: services, ResourceTags: tags }))
    .output?.MonitorArn;
  expect(MonitorArn).toMatch(/^arn:aws:ce::123456789012:anomalymonitor\//);
  const SubscriptionArn = (await ce('create_anomaly_subscription', subscription(MonitorArn))).output
    ?.SubscriptionArn;

  const [, monitors, , subscriptions, listed, , , left] = await boto3(
    local,
    'ce',
    [
      ['update_anomaly_monitor', { MonitorArn, MonitorName: 'renamed' }],
      ['get_anomaly_monitors', { MonitorArnList: [MonitorArn] }],
      ['update_anomaly_subscription', { SubscriptionArn, Frequency: 'WEEKLY' }],
      ['get_anomaly_subscriptions', { MonitorArn }],
      ['list_tags_for_resource', { ResourceArn: MonitorArn }],
      ['tag_resource', { ResourceArn: MonitorArn, ResourceTags: [{ Key: 'b', Value: '2' }] }],
      ['untag_resource', { ResourceArn: MonitorArn, ResourceTagKeys: ['a'] }],
      ['list_tags_for_resource', { ResourceArn: MonitorArn }],
    ],
    { region: 'us-east-1' },
  );
  expect(monitors?.output?.AnomalyMonitors).toMatchObject([{ ...services, MonitorName: 'renamed' }]);
  expect(subscriptions?.output?.AnomalySubscriptions).toMatchObject([
    {
      SubscriptionName: 'daily',
      Frequency: 'WEEKLY',
      Subscribers: [{ Address: 'costs@example.org', Status: 'CONFIRMED' }],
    },
  ]);
  expect([listed?.output, left?.output]).toEqual([
    { ResourceTags: tags },
    { ResourceTags: [{ Key: 'b', Value: '2' }] },
  ]);

  await ce('delete_anomaly_subscription', { SubscriptionArn });
  await ce('delete_anomaly_monitor', { MonitorArn });
  expect(await ce('get_anomaly_monitors', { MonitorArnList: [MonitorArn] })).toMatchObject({
    code: 'UnknownMonitorException',
  });
  expect(await ce('get_anomaly_subscriptions', { SubscriptionArnList: [SubscriptionArn] })).toMatchObject({
    code: 'UnknownSubscriptionException',
  });
});

test('fails on a second monitor of all services', async () => {
  await ce('create_anomaly_monitor', { AnomalyMonitor: services });
  expect(await ce('create_anomaly_monitor', { AnomalyMonitor: services })).toMatchObject({
    code: 'LimitExceededException',
  });
});

test.each([
  ['no dimension', { MonitorName: 'a', MonitorType: 'DIMENSIONAL' }],
  ['a kind that there is not', { ...services, MonitorType: 'TOTAL' }],
  ['no specification', { MonitorName: 'a', MonitorType: 'CUSTOM' }],
])('fails with a monitor of %s', async (_, AnomalyMonitor) => {
  expect(await ce('create_anomaly_monitor', { AnomalyMonitor })).toMatchObject({
    code: 'ValidationException',
  });
});

test.each([
  ['to addresses at once', { Frequency: 'IMMEDIATE' }, 'ValidationException'],
  [
    'to an address that is none',
    { Subscribers: [{ Type: 'EMAIL', Address: 'nobody' }] },
    'ValidationException',
  ],
  ['without a threshold', { ThresholdExpression: undefined }, 'ValidationException'],
  [
    'of a monitor that is not there',
    { MonitorArnList: ['arn:aws:ce::123456789012:anomalymonitor/x'] },
    'UnknownMonitorException',
  ],
])('fails with a subscription %s', async (_, wrong, code) => {
  const [known] = ((await ce('get_anomaly_monitors')).output?.AnomalyMonitors ?? []) as {
    MonitorArn: string;
  }[];
  expect(await ce('create_anomaly_subscription', subscription(known?.MonitorArn, wrong))).toMatchObject({
    code,
  });
});
