import { FIVE_MINUTES, type Metric, type Statistic } from './metric';

/**
 * Metrics of an MWAA environment. Namespace `AmazonMWAA` is what Airflow says of itself, `AWS/MWAA` what AWS
 * says of queue and containers. `ApproximateAgeOfOldestTask` was called `ApproximateAgeOfOldestMessage` when
 * the queue's metrics began.
 *
 * Sources: "Apache Airflow environment metrics in CloudWatch"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/access-metrics-cw.html), "Container, queue, and database
 * metrics for Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/accessing-metrics-cw-container-queue-db.html).
 */
export function airflowMetrics(environmentName: string) {
  const metric =
    (namespace: string, name: string, dimensions: Record<string, string> = {}) =>
    (statistic: Statistic, periodSeconds: number): Metric => ({
      namespace,
      name,
      dimensions: { ...dimensions, Environment: environmentName },
      statistic,
      periodSeconds,
    });
  const ofFunction = (name: string, Function: string) => metric('AmazonMWAA', name, { Function });
  // Counters of tasks exist for the environment as a whole only, in which all DAGs and tasks are called All.
  const ofTasks = (name: string) => metric('AmazonMWAA', name, { DAG: 'All', Task: 'All' });
  // Of the queue, which all schedulers share. The metrics of the same names in AmazonMWAA are of the executor of each
  // scheduler, to which a task runs as soon as it is in the queue.
  const queued = metric('AWS/MWAA', 'QueuedTasks');
  const running = metric('AWS/MWAA', 'RunningTasks');
  const workers = (Cluster: string) => metric('AWS/MWAA', 'CPUUtilization', { Cluster });
  return {
    schedulerHeartbeats: ofFunction('SchedulerHeartbeat', 'Scheduler')('Sum', FIVE_MINUTES),
    importErrors: ofFunction('ImportErrors', 'DAG Processing')('Maximum', FIVE_MINUTES),
    failedTasks: ofTasks('TaskInstanceFailures')('Sum', FIVE_MINUTES),
    succeededTasks: ofTasks('TaskInstanceSuccesses')('Sum', FIVE_MINUTES),
    /** Seconds. */
    oldestTaskAge: metric('AWS/MWAA', 'ApproximateAgeOfOldestTask')('Maximum', FIVE_MINUTES),
    queuedTasks: queued('Average', FIVE_MINUTES),
    runningTasks: running('Average', FIVE_MINUTES),
    queuedTasksByMinute: queued('Minimum', 60),
    /**
     * Base workers and additional ones. AWS's guide does not say which of the two the least number of workers that an
     * environment may have is reported as, so either number alone says little: their sum is all workers. Each
     * reports its CPU once a minute, and AWS says to count the reports. No worker, no data.
     */
    baseWorkers: workers('BaseWorker')('SampleCount', 60),
    additionalWorkers: workers('AdditionalWorker')('SampleCount', 60),
  };
}
