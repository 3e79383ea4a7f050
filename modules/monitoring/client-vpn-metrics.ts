import { FIVE_MINUTES, type Metric, type Statistic } from './metric';

/**
 * Metrics of a Client VPN endpoint, published every five minutes.
 *
 * Source: "Amazon CloudWatch metrics for AWS Client VPN"
 * (https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/monitoring-cloudwatch.html).
 */
export function clientVpnMetrics(endpointId: string) {
  const metric = (name: string, statistic: Statistic): Metric => ({
    namespace: 'AWS/ClientVPN',
    name,
    dimensions: { Endpoint: endpointId },
    statistic,
    periodSeconds: FIVE_MINUTES,
  });
  return {
    connections: metric('ActiveConnectionsCount', 'Maximum'),
    authenticationFailures: metric('AuthenticationFailures', 'Sum'),
  };
}
