import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { airflowWidgets } from './airflow-widgets';
import { athenaMetrics } from './athena-metrics';
import { clientVpnMetrics } from './client-vpn-metrics';
import { alarmStates, graph, placed, text, type Widget } from './dashboard-widget';
import { emrWidgets } from './emr-widgets';
import { natGatewayMetrics } from './nat-gateway-metrics';
import type { MonitoringThresholds } from './thresholds';
import type { Watched } from './watched';

export interface DashboardProps extends Watched {
  readonly provider: TerraformProvider;
  readonly region: string;
  /** Letters, digits, hyphens and underscores; unique in account and region. */
  readonly name: string;
  readonly alarmArns: readonly string[];
  readonly thresholds: MonitoringThresholds;
}

/** What somebody on call looks at first: what is in alarm, then each service, and nothing that is not there. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    new CloudwatchDashboard(this, 'dashboard', {
      provider: props.provider,
      dashboardName: props.name,
      dashboardBody: JSON.stringify({ start: '-PT12H', widgets: placed(rows(props)) }),
    });
  }
}

function rows(props: DashboardProps): Widget[][] {
  const { region, thresholds, name, alarmArns } = props;
  return [
    [text(heading(props), 3)],
    alarmStates(`Alarms of ${name}`, alarmArns),
    ...Object.entries(props.airflow).map(([key, one]) =>
      airflowWidgets(key, one, region, thresholds.airflow),
    ),
    ...Object.entries(props.emrClusters).map(([key, one]) => emrWidgets(key, one, region, thresholds.emr)),
    [...athenaWidgets(props), ...networkWidgets(props)],
  ].filter((row) => row.length > 0);
}

function heading({
  name,
  region,
  airflow,
  emrClusters,
  workGroups,
  natGatewayIds,
  vpn,
}: DashboardProps): string {
  const console = (label: string, page: string) => `[${label}](https://console.aws.amazon.com/${page})`;
  const inRegion = (service: string, place: string) => `${service}/home?region=${region}#${place}`;
  const links = [
    console('Alarms', inRegion('cloudwatch', `alarmsV2:?search=${name}-`)),
    ...Object.entries(airflow).map(([key, { environmentName }]) =>
      console(`Airflow ${key}`, inRegion('mwaa', `environments/${environmentName}`)),
    ),
    ...Object.entries(emrClusters).map(([key, { clusterId }]) =>
      console(`EMR ${key}`, inRegion('emr', `/clusterDetails/${clusterId}`)),
    ),
    ...(Object.keys(workGroups).length > 0
      ? [console('Athena queries', inRegion('athena', '/query-editor/history'))]
      : []),
    ...(Object.keys(natGatewayIds).length > 0
      ? [console('NAT gateways', inRegion('vpcconsole', 'NatGateways:'))]
      : []),
    ...(vpn ? [console('Client VPN', inRegion('vpcconsole', 'ClientVPNEndpoints:'))] : []),
  ];
  return `# ${name}\n${links.join(' · ')}\n\nWhat each alarm means and what to do first: \`docs/modules/monitoring.md\` in the repository of the landing zone.`;
}

function athenaWidgets({ workGroups, region }: DashboardProps): Widget[] {
  const lines = Object.entries(workGroups).map(([key, { name }]) => ({
    label: key,
    metric: athenaMetrics(name).scannedBytes,
  }));
  return lines.length === 0 ? [] : [graph({ title: 'Athena: bytes scanned', region, width: 12, lines })];
}

function networkWidgets({ natGatewayIds, vpn, region }: DashboardProps): Widget[] {
  const gateways = Object.entries(natGatewayIds).map(([zone, id]) => ({
    zone,
    metrics: natGatewayMetrics(id),
  }));
  const widgets: Widget[] = [];
  if (gateways.length > 0) {
    widgets.push(
      graph({
        title: 'NAT: errors',
        region,
        width: 6,
        lines: gateways.flatMap(({ zone, metrics }) => [
          { label: `${zone} no port left`, metric: metrics.portAllocationErrors },
          { label: `${zone} packets dropped`, metric: metrics.packetsDropped },
        ]),
      }),
      graph({
        title: 'NAT: bytes to the internet',
        region,
        width: 6,
        lines: gateways.map(({ zone, metrics }) => ({ label: zone, metric: metrics.bytesToInternet })),
      }),
    );
  }
  if (vpn) {
    const { connections, authenticationFailures } = clientVpnMetrics(vpn.endpointId);
    widgets.push(
      graph({
        title: 'Client VPN',
        region,
        width: 12,
        lines: [
          { label: 'Connections', metric: connections },
          { label: 'Failed logins', metric: authenticationFailures, axis: 'right' },
        ],
      }),
    );
  }
  return widgets;
}
