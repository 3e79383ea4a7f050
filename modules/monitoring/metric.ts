/** How the samples of a period become one number. */
export type Statistic = 'Average' | 'Maximum' | 'Minimum' | 'SampleCount' | 'Sum';

/** A metric as alarms and dashboards ask for it. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  /** All dimensions: CloudWatch takes a metric with one dimension less for another metric. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: Statistic;
  /** 60, or a multiple of it; no shorter than the service publishes. */
  readonly periodSeconds: number;
}

/** Seconds; most services publish once in five minutes, and five minutes are soon enough for a person. */
export const FIVE_MINUTES = 300;
