import { Monitoring, type MonitoringProps } from '../../../modules/monitoring/monitoring';
import { synthModule } from '../../support/synth';
import { type Attributes, resourcesOf, type TerraformJson } from '../../support/terraform-json';

export const THRESHOLDS = {
  airflow: { queueMinutes: 30, failedTasks: 2, workersAtMaximumMinutes: 30 },
  emr: { idleMinutes: 240, brokenNodesMinutes: 15, pendingNodesMinutes: 30, hdfsPercent: 80 },
  athena: { scannedPercent: 90 },
  vpn: { authenticationFailures: 10 },
};

/** A stage with one of everything, and two NAT gateways. */
export const EVERYTHING = {
  airflow: { main: { environmentName: 'sandbox-main', maxWorkers: 5, tasksPerWorker: 10 } },
  emrClusters: { main: { clusterId: 'j-1' } },
  workGroups: { analysts: { name: 'analysts', maxScannedBytes: 1000 } },
  natGatewayIds: { az1: 'nat-1', az2: 'nat-2' },
  vpn: { endpointId: 'cvpn-1' },
};

/** A stage that nothing runs in. */
export const NOTHING = { airflow: {}, emrClusters: {}, workGroups: {}, natGatewayIds: {}, vpn: undefined };

export function synthMonitoring(overrides: Partial<MonitoringProps> = {}): TerraformJson {
  return synthModule((stack, provider) => {
    new Monitoring(stack, 'monitoring', {
      provider,
      accountId: '111122223333',
      region: 'eu-west-1',
      name: 'sandbox',
      kmsKeyArn: 'arn:logs',
      subscribers: ['oncall@acme.io'],
      thresholds: THRESHOLDS,
      ...EVERYTHING,
      ...overrides,
    });
  });
}

/** Alarms by name. */
export function alarmsOf(json: TerraformJson): Record<string, Attributes> {
  return Object.fromEntries(
    resourcesOf(json, 'aws_cloudwatch_metric_alarm').map((alarm) => [String(alarm['alarm_name']), alarm]),
  );
}

/** A metric as it stands in an alarm, or in a query of metric math. */
export interface RenderedMetric {
  readonly namespace: string;
  readonly metric_name: string;
  readonly dimensions: Record<string, string>;
  readonly period: number;
}

/** All metrics that an alarm looks at. */
export function metricsOf(alarm: Attributes): RenderedMetric[] {
  const queries = alarm['metric_query'] as { metric?: RenderedMetric }[] | undefined;
  if (queries === undefined) return [alarm as unknown as RenderedMetric];
  return queries.flatMap(({ metric }) => metric ?? []);
}
