import { Construct } from 'constructs';
import { Alarm, type AlarmContext } from './alarm';
import { natGatewayMetrics } from './nat-gateway-metrics';

export interface NatGatewayAlarmsProps extends AlarmContext {
  /** Zone key of the zone the gateway stands in, such as `az1`. */
  readonly subject: string;
  readonly natGatewayId: string;
}

/**
 * Percent of all packets: "If this value exceeds 0.01 percent of the total traffic on the NAT gateway, check
 * the AWS Service Health Dashboard" (`PacketsDropCount` in "NAT gateway metrics and dimensions",
 * https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html).
 */
const DROPPED_PERCENT = 0.01;

/** Alarms of a NAT gateway, at the values that AWS gives. */
export class NatGatewayAlarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: NatGatewayAlarmsProps) {
    super(scope, id);
    const { natGatewayId, ...context } = props;
    const metrics = natGatewayMetrics(natGatewayId);
    // A gateway that nothing goes through may be silent.
    const common = { ...context, family: 'nat', missingData: 'notBreaching' } as const;
    this.alarms = [
      new Alarm(this, 'port-allocation', {
        ...common,
        meaning:
          'The NAT gateway has no port left for new connections to some destination: connections to the internet fail',
        signal: { metric: metrics.portAllocationErrors },
        isBreached: 'above',
        threshold: 0,
        evaluationPeriods: 1,
      }),
      new Alarm(this, 'dropped-packets', {
        ...common,
        meaning: `For 15 minutes the NAT gateway has dropped more than ${DROPPED_PERCENT} percent of all packets`,
        signal: {
          expression: 'dropped / (outbound + inbound) * 100',
          label: 'Percent of packets dropped',
          metrics: {
            dropped: metrics.packetsDropped,
            outbound: metrics.packetsFromVpc,
            inbound: metrics.packetsFromInternet,
          },
        },
        isBreached: 'above',
        threshold: DROPPED_PERCENT,
        evaluationPeriods: 3,
      }),
    ];
  }
}
