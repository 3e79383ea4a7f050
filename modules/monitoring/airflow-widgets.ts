import type { WatchedAirflow } from './airflow-alarms';
import { airflowMetrics } from './airflow-metrics';
import { graph, type Widget } from './dashboard-widget';
import type { MonitoringThresholds } from './thresholds';

/** Health, queue and workers of an MWAA environment. */
export function airflowWidgets(
  key: string,
  { environmentName, maxWorkers, tasksPerWorker }: WatchedAirflow,
  region: string,
  { queueMinutes }: MonitoringThresholds['airflow'],
): Widget[] {
  const metrics = airflowMetrics(environmentName);
  const of = (what: string) => ({ title: `Airflow ${key}: ${what}`, region });
  return [
    graph({
      ...of('health'),
      width: 12,
      lines: [
        { label: 'Heartbeats of schedulers', metric: metrics.schedulerHeartbeats },
        { label: 'DAG files with import errors', metric: metrics.importErrors, axis: 'right' },
      ],
    }),
    graph({
      ...of('tasks'),
      width: 12,
      lines: [
        { label: 'Succeeded', metric: metrics.succeededTasks },
        { label: 'Failed', metric: metrics.failedTasks },
      ],
    }),
    graph({
      ...of('queue'),
      width: 8,
      lines: [
        { label: 'Queued', metric: metrics.queuedTasks },
        { label: 'Running', metric: metrics.runningTasks },
      ],
      limit: { label: 'All workers can run', value: maxWorkers * tasksPerWorker },
    }),
    graph({
      ...of('wait for a worker'),
      width: 8,
      lines: [
        { label: 'Oldest task in the queue, minutes', metric: metrics.oldestTaskAge, expression: 'm / 60' },
      ],
      limit: { label: 'Alarm', value: queueMinutes },
    }),
    graph({
      ...of('workers'),
      width: 8,
      // One on the other: together they are the workers that the limit is about.
      isStacked: true,
      lines: [
        { label: 'Base workers', metric: metrics.baseWorkers },
        // Here, unlike in an alarm, the minute that is still to come may count as nothing.
        { label: 'Additional workers', metric: metrics.additionalWorkers, expression: 'FILL(m, 0)' },
      ],
      limit: { label: 'Most there may be', value: maxWorkers },
    }),
  ];
}
