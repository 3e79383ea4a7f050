import { Construct } from 'constructs';
import { Alarm, type AlarmContext } from './alarm';
import { airflowMetrics } from './airflow-metrics';
import type { MonitoringThresholds } from './thresholds';

/** An MWAA environment, by its name alone: no alarm waits until there is one. */
export interface WatchedAirflow {
  readonly environmentName: string;
  /** Most workers that the environment may have. */
  readonly maxWorkers: number;
  /** Tasks that one worker runs at once. */
  readonly tasksPerWorker: number;
}

export interface AirflowAlarmsProps extends AlarmContext {
  /** Key of the environment in the stage. */
  readonly subject: string;
  readonly airflow: WatchedAirflow;
  readonly thresholds: MonitoringThresholds['airflow'];
}

/**
 * Alarms of an MWAA environment. Heartbeat and queue are AWS's recommended alarms ("Monitoring dashboards and
 * alarms on Amazon MWAA", https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-dashboard.html).
 */
export class AirflowAlarms extends Construct {
  readonly alarms: readonly Alarm[];
  private readonly common: AlarmContext & { readonly family: 'airflow'; readonly subject: string };
  private readonly metrics: ReturnType<typeof airflowMetrics>;

  constructor(scope: Construct, id: string, props: AirflowAlarmsProps) {
    super(scope, id);
    const { provider, stageName, topicArn, subject, airflow, thresholds } = props;
    this.common = { provider, stageName, topicArn, family: 'airflow', subject };
    this.metrics = airflowMetrics(airflow.environmentName);
    this.alarms = [
      this.schedulerHeartbeat(),
      this.importErrors(),
      this.failedTasks(thresholds.failedTasks),
      this.queueAge(thresholds.queueMinutes),
      this.demand(airflow),
      this.workersAtMaximum(airflow, thresholds.workersAtMaximumMinutes),
    ];
  }

  private schedulerHeartbeat(): Alarm {
    return new Alarm(this, 'scheduler-heartbeat', {
      ...this.common,
      meaning:
        'No scheduler of the Airflow environment has given a sign of life for 10 minutes: no DAG starts',
      signal: { metric: this.metrics.schedulerHeartbeats },
      isBreached: 'below',
      threshold: 1,
      evaluationPeriods: 2,
      // A scheduler that is dead says nothing.
      missingData: 'breaching',
    });
  }

  private importErrors(): Alarm {
    return new Alarm(this, 'import-errors', {
      ...this.common,
      meaning: 'Airflow cannot load one or more DAG files: their DAGs do not run, or run as they were before',
      signal: { metric: this.metrics.importErrors },
      isBreached: 'above',
      threshold: 0,
      evaluationPeriods: 2,
      // While no DAG file is read, those that were broken still are; the heartbeat says that none is read.
      missingData: 'ignore',
    });
  }

  private failedTasks(threshold: number): Alarm {
    return new Alarm(this, 'failed-tasks', {
      ...this.common,
      meaning: `${threshold} or more tasks failed within 5 minutes, those that Airflow tries again included`,
      signal: { metric: this.metrics.failedTasks },
      isBreached: 'atLeast',
      threshold,
      evaluationPeriods: 1,
      // A counter that is silent while it has nothing to count.
      missingData: 'notBreaching',
    });
  }

  private queueAge(minutes: number): Alarm {
    return new Alarm(this, 'queue-age', {
      ...this.common,
      meaning: `A task has waited for a worker for more than ${minutes} minutes`,
      signal: { metric: this.metrics.oldestTaskAge },
      isBreached: 'above',
      threshold: minutes * 60,
      evaluationPeriods: 3,
      // An empty queue has no oldest task.
      missingData: 'notBreaching',
    });
  }

  /**
   * What MWAA scales by: (running + queued) / tasks per worker is how many workers it wants ("Configuring Amazon
   * MWAA automatic scaling", https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-autoscaling.html).
   */
  private demand({ maxWorkers, tasksPerWorker }: WatchedAirflow): Alarm {
    return new Alarm(this, 'demand-above-maximum', {
      ...this.common,
      meaning: `For 15 minutes there have been more tasks than ${maxWorkers} workers, the most there may be, with ${tasksPerWorker} tasks each can run`,
      signal: {
        expression: `(queued + running) / ${maxWorkers * tasksPerWorker} * 100`,
        label: 'Percent of what all workers can run',
        metrics: { queued: this.metrics.queuedTasks, running: this.metrics.runningTasks },
      },
      isBreached: 'above',
      threshold: 100,
      evaluationPeriods: 3,
      // No scheduler, no numbers; the heartbeat says so.
      missingData: 'notBreaching',
    });
  }

  /**
   * That all workers are there is no trouble by itself, and for environments of a fixed size it is always so:
   * the alarm waits for tasks that wait. AWS offers no count of the workers; see the metric.
   */
  private workersAtMaximum({ maxWorkers }: WatchedAirflow, minutes: number): Alarm {
    const { queuedTasksByMinute: queued, baseWorkers: base, additionalWorkers: additional } = this.metrics;
    // Base workers are not among the additional ones, which report nothing while there is none (source: the metrics).
    const isAtMaximum = maxWorkers > 1 ? `base + FILL(additional, 0) >= ${maxWorkers} AND ` : '';
    return new Alarm(this, 'workers-at-maximum', {
      ...this.common,
      meaning: `For ${minutes} minutes all ${maxWorkers} workers have been there and tasks have waited: there is no room left`,
      signal: {
        // AWS does not say how often it reports on the queue: in between, what it said last.
        expression: `IF(${isAtMaximum}FILL(queued, REPEAT) > 0, 1, 0)`,
        label: 'All workers are there and tasks wait',
        metrics: { queued, ...(maxWorkers > 1 ? { base, additional } : {}) },
      },
      isBreached: 'atLeast',
      threshold: 1,
      evaluationPeriods: minutes,
      // Containers that come and go are now and then counted one minute late.
      datapointsToAlarm: Math.ceil(minutes * 0.8),
      // No scheduler or no base worker has reported; the heartbeat speaks of the first.
      missingData: 'notBreaching',
    });
  }
}
