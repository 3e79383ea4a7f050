import { alarmsOf, NOTHING, synthMonitoring } from './monitoring-fixture';

it('an alarm on the VPN counts failed logins', () => {
  const alarms = alarmsOf(synthMonitoring({ ...NOTHING, vpn: { endpointId: 'cvpn-endpoint-1' } }));
  expect(alarms['sandbox-vpn-endpoint-authentication-failures']).toMatchObject({
    namespace: 'AWS/ClientVPN',
    metric_name: 'AuthenticationFailures',
    dimensions: { Endpoint: 'cvpn-endpoint-1' },
    statistic: 'Sum',
    threshold: 10,
    comparison_operator: 'GreaterThanOrEqualToThreshold',
    treat_missing_data: 'notBreaching',
  });
});
