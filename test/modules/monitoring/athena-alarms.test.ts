import { alarmsOf, NOTHING, synthMonitoring } from './monitoring-fixture';

it('an alarm on a work group is raised by one query near the limit, whatever became of it', () => {
  const alarms = alarmsOf(
    synthMonitoring({
      ...NOTHING,
      workGroups: { bi: { name: 'bi', maxScannedBytes: 107_374_182_400 } },
    }),
  );
  expect(alarms['sandbox-athena-bi-scan-limit']).toMatchObject({
    namespace: 'AWS/Athena',
    metric_name: 'ProcessedBytes',
    dimensions: { WorkGroup: 'bi' },
    // The largest sample, and a sample is a query.
    statistic: 'Maximum',
    threshold: 96_636_764_160,
    comparison_operator: 'GreaterThanOrEqualToThreshold',
    treat_missing_data: 'notBreaching',
  });
});
