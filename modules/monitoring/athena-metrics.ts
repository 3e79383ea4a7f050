import { FIVE_MINUTES, type Metric, type Statistic } from './metric';

/**
 * Metrics of an Athena work group, one sample per DML query; DDL scans nothing and has none. Athena has none that counts the queries it cut off at
 * the limit of scanned bytes: `QueryState` tells cancelled from others and not why, and is not spelt alike
 * everywhere in AWS's documentation. What a query scanned up to its end, or up to where it was cut off, is in
 * `ProcessedBytes` in any case, in bytes; its predecessor `DataScannedInBytes` was documented in megabytes.
 *
 * Source: "Monitor Athena query metrics with CloudWatch"
 * (https://docs.aws.amazon.com/athena/latest/ug/query-metrics-viewing.html).
 */
export function athenaMetrics(workGroup: string) {
  const scanned = (statistic: Statistic): Metric => ({
    namespace: 'AWS/Athena',
    name: 'ProcessedBytes',
    dimensions: { WorkGroup: workGroup },
    statistic,
    periodSeconds: FIVE_MINUTES,
  });
  return {
    /** Bytes of the query that scanned most. */
    largestQuery: scanned('Maximum'),
    /** Bytes of all queries. */
    scannedBytes: scanned('Sum'),
  };
}
