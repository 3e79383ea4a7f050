import { z } from 'zod';
import { ALARM_LIMITS } from '../limits/cloudwatch';
import { topicSubscribers } from './fields';
import { field } from './guidance';

const minutes = (description: string, step: number) =>
  field(z.int().multipleOf(step).min(step).max(ALARM_LIMITS.minutes), description, {
    expected:
      `a number of minutes from ${step} to ${ALARM_LIMITS.minutes}` +
      (step === 1 ? '' : `, in steps of ${step}`),
    fix: 'an alarm looks back a day at most',
  });

const percent = (description: string) =>
  field(z.int().min(1).max(100), description, { expected: 'a whole number of percent, 1 to 100' });

const count = (description: string) =>
  field(z.int().min(1), description, { expected: 'a whole number, at least 1' });

const airflow = z.strictObject({
  queueMinutes: count('Minutes a task may wait for a worker.').default(30),
  failedTasks: count(
    'Tasks that fail within five minutes; one that Airflow tries again counts each time. More than one where failures are part of the day.',
  ).default(1),
  workersAtMaximumMinutes: minutes(
    'Minutes for which all workers may be in use while tasks wait.',
    1,
  ).default(30),
});

const emr = z.strictObject({
  idleMinutes: minutes(
    'Minutes a long-running cluster may stand idle. A cluster that ends itself sooner (emr.clusters.‹name›.idleTimeoutMinutes) raises no alarm.',
    5,
  ).default(240),
  brokenNodesMinutes: minutes('Minutes for which nodes may be lost or unhealthy.', 5).default(15),
  pendingNodesMinutes: minutes('Minutes that core nodes may take to come.', 5).default(30),
  hdfsPercent: percent('Percent of HDFS that may be in use.').default(80),
});

const athena = z.strictObject({
  scannedPercent: percent(
    'Percent of its work group’s maxScannedBytes that a query may scan. Athena cuts off at 100.',
  ).default(90),
});

const vpn = z.strictObject({
  authenticationFailures: count('Logins to the VPN that may fail within five minutes, and one more.').default(
    10,
  ),
});

/** Monitoring of a stage. */
export const monitoringSchema = z.strictObject({
  subscribers: topicSubscribers(
    'E-mail addresses that are told of alarms.',
    'E-mail address that is told of alarms.',
  ),
  airflow: airflow.prefault({}).describe('When alarms of Airflow are raised.'),
  emr: emr.prefault({}).describe('When alarms of long-running EMR clusters are raised.'),
  athena: athena.prefault({}).describe('When alarms of Athena work groups are raised.'),
  vpn: vpn.prefault({}).describe('When alarms of the Client VPN are raised.'),
});

/** Monitoring section of a stage, defaults filled in. */
export type MonitoringConfig = z.output<typeof monitoringSchema>;
