import { alarmsOf, EVERYTHING, NOTHING, synthMonitoring, THRESHOLDS } from './monitoring-fixture';

const alarms = alarmsOf(
  synthMonitoring({
    ...NOTHING,
    emrClusters: EVERYTHING.emrClusters,
    thresholds: { ...THRESHOLDS, emr: { ...THRESHOLDS.emr, idleMinutes: 60 } },
  }),
);
const alarm = (kind: string) => alarms[`sandbox-emr-main-${kind}`];

describe('the alarms of an EMR cluster', () => {
  it('are raised when it was idle at every check for as long as it may be', () => {
    expect(alarm('idle')).toMatchObject({
      namespace: 'AWS/ElasticMapReduce',
      metric_name: 'IsIdle',
      dimensions: { JobFlowId: 'j-1' },
      statistic: 'Minimum',
      period: 300,
      threshold: 1,
      comparison_operator: 'GreaterThanOrEqualToThreshold',
      evaluation_periods: 12,
      datapoints_to_alarm: 12,
    });
  });

  it('are over when the cluster is, as one that has ended itself when idle', () => {
    const missing = Object.values(alarms).map(({ treat_missing_data }) => treat_missing_data);
    expect(new Set(missing)).toEqual(new Set(['notBreaching']));
  });

  it.each([
    ['unhealthy-nodes', 'MRUnhealthyNodes', 0, 3],
    ['lost-nodes', 'MRLostNodes', 0, 3],
    ['core-nodes-pending', 'CoreNodesPending', 0, 6],
    ['hdfs-full', 'HDFSUtilization', 80, 3],
  ])('include %s', (kind, metric_name, threshold, evaluation_periods) => {
    expect(alarm(kind)).toMatchObject({
      metric_name,
      threshold,
      evaluation_periods,
      comparison_operator: 'GreaterThanThreshold',
    });
  });
});
