/** From where on an alarm is raised, where teams differ. What AWS prescribes stands with the alarm. */
export interface MonitoringThresholds {
  readonly airflow: {
    /** Minutes a task may wait in the queue. */
    readonly queueMinutes: number;
    /** Failures of tasks within five minutes, those that are tried again included. */
    readonly failedTasks: number;
    /** Minutes for which all workers may be in use while tasks wait; at most 1,440. */
    readonly workersAtMaximumMinutes: number;
  };
  readonly emr: {
    /** Minutes a cluster may stand idle; a multiple of 5, at most 1,440. */
    readonly idleMinutes: number;
    /** Minutes for which nodes may be lost or unhealthy; a multiple of 5, at most 1,440. */
    readonly brokenNodesMinutes: number;
    /** Minutes that core nodes may take to come; a multiple of 5, at most 1,440. */
    readonly pendingNodesMinutes: number;
    /** Percent of HDFS that may be in use. */
    readonly hdfsPercent: number;
  };
  readonly athena: {
    /** Percent of what the work group lets one query scan. */
    readonly scannedPercent: number;
  };
  readonly vpn: {
    /** Failed logins within five minutes. */
    readonly authenticationFailures: number;
  };
}
