import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { Metric } from './metric';

/** What all alarms of a stage have in common. */
export interface AlarmContext {
  readonly provider: TerraformProvider;
  /** First part of the names of all alarms. */
  readonly stageName: string;
  /** Where alarms say that they are raised, and that they are over. */
  readonly topicArn: string;
}

/** What an alarm watches: one metric, or numbers worked out from several by metric math. */
export type AlarmSignal =
  | { readonly metric: Metric }
  | {
      /**
       * Source: "Using math expressions with CloudWatch metrics"
       * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html).
       */
      readonly expression: string;
      /** What the result is. */
      readonly label: string;
      /** By the name that the expression has for each; all have the same period. */
      readonly metrics: Readonly<Record<string, Metric>>;
    };

export interface AlarmProps extends AlarmContext {
  /** What kind of thing is watched: `airflow`, `emr`, … */
  readonly family: string;
  /** Which of them, by its key in the stage. */
  readonly subject: string;
  /** What is the matter, for whoever is woken by it: a sentence without its full stop. */
  readonly meaning: string;
  readonly signal: AlarmSignal;
  readonly isBreached: 'above' | 'atLeast' | 'below';
  readonly threshold: number;
  /** How many periods are looked at. All of them together are at most a day (`EvaluationPeriods` of PutMetricAlarm). */
  readonly evaluationPeriods: number;
  /**
   * In how many of these the threshold must be breached.
   *
   * @default - in all of them
   */
  readonly datapointsToAlarm?: number;
  /**
   * What a period without data counts as; `ignore` leaves the alarm as it is.
   *
   * Source: "Configuring how CloudWatch alarms treat missing data"
   * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html).
   */
  readonly missingData: 'breaching' | 'notBreaching' | 'ignore';
}

const OPERATORS = {
  above: 'GreaterThanThreshold',
  atLeast: 'GreaterThanOrEqualToThreshold',
  below: 'LessThanThreshold',
} as const;

/** Page with a section per alarm, in the repository that the alarm comes from. */
const PAGE = 'docs/modules/monitoring.md';

/** An alarm called `<stage>-<family>-<subject>-<id>` that tells its topic when it is raised and when it is over. */
export class Alarm extends CloudwatchMetricAlarm {
  constructor(scope: Construct, id: string, props: AlarmProps) {
    const name = `${props.stageName}-${props.family}-${props.subject}-${id}`;
    super(scope, id, {
      provider: props.provider,
      alarmName: name,
      alarmDescription: `${props.meaning}. What to do first: ${PAGE}#${props.family}-${id}`,
      comparisonOperator: OPERATORS[props.isBreached],
      threshold: props.threshold,
      evaluationPeriods: props.evaluationPeriods,
      datapointsToAlarm: props.datapointsToAlarm ?? props.evaluationPeriods,
      treatMissingData: props.missingData,
      ...signal(props.signal),
      alarmActions: [props.topicArn],
      okActions: [props.topicArn],
      tags: { Name: name },
    });
  }
}

function signal(watched: AlarmSignal) {
  if ('metric' in watched) {
    const { namespace, name, dimensions, statistic, periodSeconds } = watched.metric;
    return { namespace, metricName: name, dimensions, statistic, period: periodSeconds };
  }
  const { expression, label, metrics } = watched;
  return {
    metricQuery: [
      { id: 'result', expression, label, returnData: true },
      ...Object.entries(metrics).map(([id, { namespace, name, dimensions, statistic, periodSeconds }]) => ({
        id,
        returnData: false,
        metric: { namespace, metricName: name, dimensions, stat: statistic, period: periodSeconds },
      })),
    ],
  };
}

/** How many periods of five minutes there are in some minutes. */
export function fiveMinutePeriods(minutes: number): number {
  return Math.ceil(minutes / 5);
}
