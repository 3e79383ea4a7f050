/**
 * What CloudWatch and SNS allow for alarms, as data.
 *
 * Source: `EvaluationPeriods` of PutMetricAlarm
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html).
 */
export const ALARM_LIMITS = {
  /** Minutes that an alarm on periods shorter than an hour can look back. */
  minutes: 1440,
} as const;

/** Addresses of a stage. SNS takes millions; more than these are a mailing list of your own. */
export const SUBSCRIBERS = 20;
