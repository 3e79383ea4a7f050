import { CostAnomalies } from '../../../modules/costs/cost-anomalies';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

describe('CostAnomalies', () => {
  const json = synthModule((stack, provider) => {
    new CostAnomalies(stack, 'costs', {
      provider,
      subscribers: ['costs@example.org', 'ada@example.org'],
      thresholdUsd: 250,
    });
  });

  it('watches the services of all accounts', () => {
    expect(onlyResource(json, 'aws_ce_anomaly_monitor')).toMatchObject({
      monitor_type: 'DIMENSIONAL',
      monitor_dimension: 'SERVICE',
    });
  });

  it('tells everybody who is named, from the threshold on', () => {
    expect(onlyResource(json, 'aws_ce_anomaly_subscription')).toMatchObject({
      frequency: 'DAILY',
      subscriber: [
        { type: 'EMAIL', address: 'costs@example.org' },
        { type: 'EMAIL', address: 'ada@example.org' },
      ],
      threshold_expression: {
        dimension: {
          key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          match_options: ['GREATER_THAN_OR_EQUAL'],
          values: ['250'],
        },
      },
    });
  });
});
