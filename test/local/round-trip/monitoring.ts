import { type Resources, policy } from './resources';

const TOPIC = '${aws_sns_topic.alarms.arn}';

/** An encrypted topic with a subscription that nobody confirms, alarms on one metric and on several, a dashboard. */
export function monitoring(account: string): Resources {
  return {
    aws_sns_topic: {
      alarms: {
        name: 'rt-alarms',
        display_name: 'rt-alarms',
        kms_master_key_id: '${aws_kms_key.data.arn}',
        tags: { Name: 'rt-alarms' },
      },
    },
    aws_sns_topic_policy: {
      alarms: {
        arn: TOPIC,
        policy: policy({
          Sid: 'Publish',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: TOPIC,
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      },
    },
    aws_sns_topic_subscription: {
      mail: { topic_arn: TOPIC, protocol: 'email', endpoint: 'oncall@example.org' },
    },
    aws_cloudwatch_metric_alarm: { heartbeat, demand, bare },
    aws_cloudwatch_dashboard: {
      this: { dashboard_name: 'rt', dashboard_body: JSON.stringify({ widgets }) },
    },
  };
}

const told = { alarm_actions: [TOPIC], ok_actions: [TOPIC] };

const heartbeat = {
  alarm_name: 'rt-heartbeat',
  alarm_description: 'No sign of life – what to do: docs/…#heartbeat',
  namespace: 'AmazonMWAA',
  metric_name: 'SchedulerHeartbeat',
  dimensions: { Function: 'Scheduler', Environment: 'rt' },
  statistic: 'Sum',
  period: 300,
  comparison_operator: 'LessThanThreshold',
  threshold: 1,
  evaluation_periods: 2,
  datapoints_to_alarm: 2,
  treat_missing_data: 'breaching',
  ...told,
  tags: { Name: 'rt-heartbeat' },
};

const tasks = (metric_name: string) => ({
  namespace: 'AmazonMWAA',
  metric_name,
  dimensions: { Function: 'Executor', Environment: 'rt' },
  stat: 'Average',
  period: 60,
});

const demand = {
  alarm_name: 'rt-demand',
  comparison_operator: 'GreaterThanThreshold',
  threshold: 0.01,
  evaluation_periods: 30,
  datapoints_to_alarm: 24,
  treat_missing_data: 'notBreaching',
  metric_query: [
    {
      id: 'result',
      expression: 'IF(queued + 1 >= 5 AND running > 0, 1, 0) * 100',
      label: 'Demand',
      return_data: true,
    },
    { id: 'queued', return_data: false, metric: tasks('QueuedTasks') },
    { id: 'running', return_data: false, metric: tasks('RunningTasks') },
  ],
  ...told,
  tags: { Name: 'rt-demand' },
};

/** With as little as the provider takes. */
const bare = {
  alarm_name: 'rt-bare',
  namespace: 'AWS/NATGateway',
  metric_name: 'ErrorPortAllocation',
  statistic: 'Sum',
  period: 60,
  comparison_operator: 'GreaterThanThreshold',
  evaluation_periods: 1,
  threshold: 0,
};

const widgets = [
  {
    type: 'text',
    x: 0,
    y: 0,
    width: 24,
    height: 2,
    properties: { markdown: '# rt · [Alarms](https://aws.amazon.com)' },
  },
  {
    type: 'alarm',
    x: 0,
    y: 2,
    width: 24,
    height: 2,
    properties: { title: 'Alarms', alarms: ['${aws_cloudwatch_metric_alarm.heartbeat.arn}'] },
  },
  {
    type: 'metric',
    x: 0,
    y: 4,
    width: 12,
    height: 6,
    properties: {
      title: 'Errors',
      region: 'eu-west-1',
      metrics: [
        [
          'AWS/NATGateway',
          'ErrorPortAllocation',
          'NatGatewayId',
          'nat-1',
          { id: 'm0', stat: 'Sum', period: 300 },
        ],
      ],
    },
  },
];
