import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { AirflowAlarms } from './airflow-alarms';
import type { Alarm, AlarmContext } from './alarm';
import { alarmsPublish, AlarmTopic } from './alarm-topic';
import { AthenaAlarms } from './athena-alarms';
import { ClientVpnAlarms } from './client-vpn-alarms';
import { Dashboard } from './dashboard';
import { EmrAlarms } from './emr-alarms';
import { NatGatewayAlarms } from './nat-gateway-alarms';
import type { MonitoringThresholds } from './thresholds';
import type { Watched } from './watched';

export interface MonitoringProps extends Watched {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Name of the dashboard, and first part of the names of alarms and topic. */
  readonly name: string;
  /** Key that encrypts messages; its policy must admit CloudWatch alarms (`cloudWatchAlarmsAccess`). */
  readonly kmsKeyArn: string;
  /** E-mail addresses that are told of alarms, each once. */
  readonly subscribers: readonly string[];
  readonly thresholds: MonitoringThresholds;
}

/** Monitoring of a stage: a topic, alarms on everything that runs on, and a dashboard. */
export class Monitoring extends Construct {
  /** Topic to which alarms publish. */
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { provider, name } = props;
    this.topicArn = new AlarmTopic(this, 'topic', {
      ...props,
      name: `${name}-alarms`,
      publisher: alarmsPublish(props),
    }).arn;
    const alarms = this.alarms({ provider, stageName: name, topicArn: this.topicArn }, props);
    new Dashboard(this, 'dashboard', { ...props, alarmArns: alarms.map(({ arn }) => arn) });
  }

  private alarms(context: AlarmContext, props: MonitoringProps): Alarm[] {
    const { airflow, emrClusters, workGroups, natGatewayIds, vpn, thresholds } = props;
    const each = <T>(watched: Readonly<Record<string, T>>, make: (key: string, one: T) => readonly Alarm[]) =>
      Object.entries(watched).flatMap(([key, one]) => make(key, one));
    const of = (subject: string) => ({ ...context, subject });
    return [
      ...each(
        airflow,
        (key, one) =>
          new AirflowAlarms(this, `airflow-${key}`, {
            ...of(key),
            airflow: one,
            thresholds: thresholds.airflow,
          }).alarms,
      ),
      ...each(
        emrClusters,
        (key, cluster) =>
          new EmrAlarms(this, `emr-${key}`, { ...of(key), cluster, thresholds: thresholds.emr }).alarms,
      ),
      ...each(
        workGroups,
        (key, workGroup) =>
          new AthenaAlarms(this, `athena-${key}`, { ...of(key), workGroup, thresholds: thresholds.athena })
            .alarms,
      ),
      ...each(
        natGatewayIds,
        (zone, natGatewayId) =>
          new NatGatewayAlarms(this, `nat-${zone}`, { ...of(zone), natGatewayId }).alarms,
      ),
      ...(vpn
        ? new ClientVpnAlarms(this, 'vpn', { ...of('endpoint'), vpn, thresholds: thresholds.vpn }).alarms
        : []),
    ];
  }
}
