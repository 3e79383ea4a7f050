import { FIVE_MINUTES, type Metric } from './metric';

/**
 * Metrics of a NAT gateway.
 *
 * Source: "NAT gateway metrics and dimensions"
 * (https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html).
 */
export function natGatewayMetrics(natGatewayId: string) {
  const sum = (name: string): Metric => ({
    namespace: 'AWS/NATGateway',
    name,
    dimensions: { NatGatewayId: natGatewayId },
    statistic: 'Sum',
    periodSeconds: FIVE_MINUTES,
  });
  return {
    portAllocationErrors: sum('ErrorPortAllocation'),
    packetsDropped: sum('PacketsDropCount'),
    packetsFromVpc: sum('PacketsInFromSource'),
    packetsFromInternet: sum('PacketsInFromDestination'),
    bytesToInternet: sum('BytesOutToDestination'),
  };
}
