import { Construct } from 'constructs';
import { Alarm, type AlarmContext, type AlarmProps, fiveMinutePeriods } from './alarm';
import { emrMetrics } from './emr-metrics';
import type { MonitoringThresholds } from './thresholds';

export interface WatchedEmrCluster {
  readonly clusterId: string;
}

export interface EmrAlarmsProps extends AlarmContext {
  /** Key of the cluster in the stage. */
  readonly subject: string;
  readonly cluster: WatchedEmrCluster;
  readonly thresholds: MonitoringThresholds['emr'];
}

/** Alarms of a long-running EMR cluster. */
export class EmrAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: EmrAlarmsProps) {
    super(scope, id);
    const { provider, stageName, topicArn, subject, cluster, thresholds } = props;
    const { idleMinutes, brokenNodesMinutes, pendingNodesMinutes, hdfsPercent } = thresholds;
    const metrics = emrMetrics(cluster.clusterId);
    const alarm = (kind: string, own: Pick<AlarmProps, Own>) =>
      new Alarm(this, kind, {
        provider,
        stageName,
        topicArn,
        family: 'emr',
        subject,
        // Metrics end with the cluster. One that has ended itself when idle is over, and not in trouble.
        missingData: 'notBreaching',
        ...own,
      });

    this.alarms = [
      // AWS: raise it for more than one check in a row, since each looks at a moment only.
      alarm('idle', {
        meaning: `The cluster has had nothing to do for ${idleMinutes} minutes, and costs what it costs at work`,
        signal: { metric: metrics.idle },
        isBreached: 'atLeast',
        threshold: 1,
        evaluationPeriods: fiveMinutePeriods(idleMinutes),
      }),
      alarm('unhealthy-nodes', {
        meaning: `For ${brokenNodesMinutes} minutes YARN has given no work to one or more nodes, mostly because their disks are full`,
        signal: { metric: metrics.unhealthyNodes },
        isBreached: 'above',
        threshold: 0,
        evaluationPeriods: fiveMinutePeriods(brokenNodesMinutes),
      }),
      alarm('lost-nodes', {
        meaning: `For ${brokenNodesMinutes} minutes the primary node has not been able to reach one or more nodes`,
        signal: { metric: metrics.lostNodes },
        isBreached: 'above',
        threshold: 0,
        evaluationPeriods: fiveMinutePeriods(brokenNodesMinutes),
      }),
      alarm('core-nodes-pending', {
        meaning: `Core nodes that were asked for ${pendingNodesMinutes} minutes ago have not come`,
        signal: { metric: metrics.coreNodesPending },
        isBreached: 'above',
        threshold: 0,
        evaluationPeriods: fiveMinutePeriods(pendingNodesMinutes),
      }),
      alarm('hdfs-full', {
        meaning: `HDFS of the cluster has been more than ${hdfsPercent} percent full for 15 minutes: jobs fail when it is full`,
        signal: { metric: metrics.hdfsPercent },
        isBreached: 'above',
        threshold: hdfsPercent,
        evaluationPeriods: 3,
      }),
    ];
  }
}

type Own = 'meaning' | 'signal' | 'isBreached' | 'threshold' | 'evaluationPeriods';
