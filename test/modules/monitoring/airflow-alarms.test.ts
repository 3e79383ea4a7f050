import { alarmsOf, EVERYTHING, NOTHING, synthMonitoring, THRESHOLDS } from './monitoring-fixture';

const withAirflow = (own: Partial<(typeof EVERYTHING)['airflow']['main']> = {}) => {
  const alarms = alarmsOf(
    synthMonitoring({ ...NOTHING, airflow: { main: { ...EVERYTHING.airflow.main, ...own } } }),
  );
  return (kind: string) => alarms[`sandbox-airflow-main-${kind}`];
};

/** Expression, and the metrics by name, of an alarm with metric math. */
const mathOf = (alarm: Record<string, unknown> | undefined) => {
  const queries = alarm?.['metric_query'] as { id: string; expression?: string; metric?: object }[];
  return {
    expression: queries.find(({ id }) => id === 'result')?.expression,
    metrics: Object.fromEntries(queries.flatMap(({ id, metric }) => (metric ? [[id, metric]] : []))),
  };
};

describe('the alarms of Airflow', () => {
  const alarm = withAirflow();

  it('take silence for death of the scheduler', () => {
    expect(alarm('scheduler-heartbeat')).toMatchObject({
      namespace: 'AmazonMWAA',
      metric_name: 'SchedulerHeartbeat',
      dimensions: { Function: 'Scheduler', Environment: 'sandbox-main' },
      statistic: 'Sum',
      period: 300,
      comparison_operator: 'LessThanThreshold',
      threshold: 1,
      evaluation_periods: 2,
      treat_missing_data: 'breaching',
    });
  });

  it('stay as they are on broken DAG files while none is read', () => {
    expect(alarm('import-errors')).toMatchObject({
      metric_name: 'ImportErrors',
      dimensions: { Function: 'DAG Processing', Environment: 'sandbox-main' },
      comparison_operator: 'GreaterThanThreshold',
      threshold: 0,
      treat_missing_data: 'ignore',
    });
  });

  it('count failed tasks of all DAGs', () => {
    expect(alarm('failed-tasks')).toMatchObject({
      metric_name: 'TaskInstanceFailures',
      dimensions: { DAG: 'All', Task: 'All', Environment: 'sandbox-main' },
      statistic: 'Sum',
      comparison_operator: 'GreaterThanOrEqualToThreshold',
      threshold: THRESHOLDS.airflow.failedTasks,
    });
  });

  it('compare the age of the oldest task in seconds', () => {
    expect(alarm('queue-age')).toMatchObject({
      namespace: 'AWS/MWAA',
      metric_name: 'ApproximateAgeOfOldestTask',
      dimensions: { Environment: 'sandbox-main' },
      threshold: 30 * 60,
      treat_missing_data: 'notBreaching',
    });
  });

  it('hold queued and running tasks against what all workers can run', () => {
    const { expression, metrics } = mathOf(alarm('demand-above-maximum'));
    expect(expression).toBe('(queued + running) / 50 * 100');
    expect(Object.keys(metrics)).toEqual(['queued', 'running']);
    expect(alarm('demand-above-maximum')).toMatchObject({
      comparison_operator: 'GreaterThanThreshold',
      threshold: 100,
    });
  });

  it('count workers by the reports of the base and the additional ones, and wait for tasks that wait', () => {
    const { expression, metrics } = mathOf(alarm('workers-at-maximum'));
    expect(expression).toBe('IF(base + FILL(additional, 0) >= 5 AND FILL(queued, REPEAT) > 0, 1, 0)');
    expect(metrics['base']).toMatchObject({
      dimensions: { Cluster: 'BaseWorker', Environment: 'sandbox-main' },
      stat: 'SampleCount',
      period: 60,
    });
    expect(metrics['additional']).toMatchObject({
      namespace: 'AWS/MWAA',
      metric_name: 'CPUUtilization',
      dimensions: { Cluster: 'AdditionalWorker', Environment: 'sandbox-main' },
      stat: 'SampleCount',
      period: 60,
    });
    expect(alarm('workers-at-maximum')).toMatchObject({ evaluation_periods: 30, datapoints_to_alarm: 24 });
  });

  it('count no workers where there can be one only', () => {
    const { expression, metrics } = mathOf(withAirflow({ maxWorkers: 1 })('workers-at-maximum'));
    expect(expression).toBe('IF(FILL(queued, REPEAT) > 0, 1, 0)');
    expect(Object.keys(metrics)).toEqual(['queued']);
  });

  it('know the environment by name only, so that nothing waits for it', () => {
    const json = synthMonitoring({ ...NOTHING, airflow: EVERYTHING.airflow });
    expect(JSON.stringify(json.resource)).not.toContain('aws_mwaa');
  });
});
