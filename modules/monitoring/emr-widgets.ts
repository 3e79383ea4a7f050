import { graph, type Widget } from './dashboard-widget';
import type { WatchedEmrCluster } from './emr-alarms';
import { emrMetrics } from './emr-metrics';
import type { MonitoringThresholds } from './thresholds';

/** Capacity and work of an EMR cluster. */
export function emrWidgets(
  key: string,
  { clusterId }: WatchedEmrCluster,
  region: string,
  { hdfsPercent }: MonitoringThresholds['emr'],
): Widget[] {
  const metrics = emrMetrics(clusterId);
  const of = (what: string) => ({ title: `EMR ${key}: ${what}`, region, width: 8 });
  return [
    graph({
      ...of('nodes'),
      lines: [
        { label: 'Wanted', metric: metrics.nodesWanted },
        { label: 'Running', metric: metrics.nodesRunning },
        { label: 'Core nodes pending', metric: metrics.coreNodesPending },
        { label: 'Unhealthy', metric: metrics.unhealthyNodes },
        { label: 'Lost', metric: metrics.lostNodes },
      ],
    }),
    graph({
      ...of('work'),
      lines: [
        { label: 'Applications running', metric: metrics.applicationsRunning },
        { label: 'Applications pending', metric: metrics.applicationsPending },
        { label: 'Applications failed, in all', metric: metrics.applicationsFailed },
        { label: 'Idle (1) or not (0)', metric: metrics.idle, axis: 'right' },
      ],
    }),
    graph({
      ...of('memory and disk'),
      lines: [
        { label: 'YARN memory available, percent', metric: metrics.memoryAvailablePercent },
        { label: 'HDFS used, percent', metric: metrics.hdfsPercent },
      ],
      limit: { label: 'Alarm on HDFS', value: hdfsPercent },
    }),
  ];
}
