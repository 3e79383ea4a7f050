import { Construct } from 'constructs';
import { Alarm, type AlarmContext } from './alarm';
import { athenaMetrics } from './athena-metrics';
import type { MonitoringThresholds } from './thresholds';

/** An Athena work group that publishes metrics. */
export interface WatchedWorkGroup {
  readonly name: string;
  /** Bytes one query may scan before Athena cancels it. */
  readonly maxScannedBytes: number;
}

export interface AthenaAlarmsProps extends AlarmContext {
  /** Key of the work group in the stage. */
  readonly subject: string;
  readonly workGroup: WatchedWorkGroup;
  readonly thresholds: MonitoringThresholds['athena'];
}

/** Alarms of an Athena work group. */
export class AthenaAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AthenaAlarmsProps) {
    super(scope, id);
    const { workGroup, thresholds, ...common } = props;
    const { scannedPercent } = thresholds;
    this.alarms = [
      new Alarm(this, 'scan-limit', {
        ...common,
        family: 'athena',
        meaning: `A query scanned at least ${scannedPercent} percent of what work group ${workGroup.name} allows: Athena cut it off, or will cut off the next that reads a little more`,
        signal: { metric: athenaMetrics(workGroup.name).largestQuery },
        isBreached: 'atLeast',
        threshold: Math.floor((workGroup.maxScannedBytes * scannedPercent) / 100),
        evaluationPeriods: 1,
        // No query, no data.
        missingData: 'notBreaching',
      }),
    ];
  }
}
