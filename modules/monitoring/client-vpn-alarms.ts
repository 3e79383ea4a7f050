import { Construct } from 'constructs';
import { Alarm, type AlarmContext } from './alarm';
import { clientVpnMetrics } from './client-vpn-metrics';
import type { MonitoringThresholds } from './thresholds';

export interface WatchedClientVpn {
  readonly endpointId: string;
}

export interface ClientVpnAlarmsProps extends AlarmContext {
  /** Key of the endpoint in the stage. */
  readonly subject: string;
  readonly vpn: WatchedClientVpn;
  readonly thresholds: MonitoringThresholds['vpn'];
}

/** Alarms of a Client VPN endpoint. */
export class ClientVpnAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: ClientVpnAlarmsProps) {
    super(scope, id);
    const { vpn, thresholds, ...common } = props;
    const { authenticationFailures } = thresholds;
    this.alarms = [
      new Alarm(this, 'authentication-failures', {
        ...common,
        family: 'vpn',
        meaning: `${authenticationFailures} or more logins to the VPN failed within 5 minutes: logins are broken, or somebody tries passwords`,
        signal: { metric: clientVpnMetrics(vpn.endpointId).authenticationFailures },
        isBreached: 'atLeast',
        threshold: authenticationFailures,
        evaluationPeriods: 1,
        // Nobody logs in, nothing fails.
        missingData: 'notBreaching',
      }),
    ];
  }
}
