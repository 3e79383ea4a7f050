import { alarmsOf, NOTHING, synthMonitoring } from './monitoring-fixture';

const alarms = alarmsOf(synthMonitoring({ ...NOTHING, natGatewayIds: { az3: 'nat-3' } }));

describe('the alarms of a NAT gateway', () => {
  it('are raised by the first connection for which there was no port', () => {
    expect(alarms['sandbox-nat-az3-port-allocation']).toMatchObject({
      namespace: 'AWS/NATGateway',
      metric_name: 'ErrorPortAllocation',
      dimensions: { NatGatewayId: 'nat-3' },
      statistic: 'Sum',
      threshold: 0,
      evaluation_periods: 1,
    });
  });

  it('hold dropped packets against all of them, in percent', () => {
    expect(alarms['sandbox-nat-az3-dropped-packets']).toMatchObject({
      threshold: 0.01,
      metric_query: expect.arrayContaining([
        expect.objectContaining({ expression: 'dropped / (outbound + inbound) * 100', return_data: true }),
      ]) as unknown,
    });
  });
});
