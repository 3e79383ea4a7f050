import { AirflowLogGroups } from '../../../modules/mwaa/airflow-log-groups';
import { synthModule } from '../../support/synth';
import { resourcesOf } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new AirflowLogGroups(stack, 'log-groups', {
    provider,
    environmentName: 'sandbox-main',
    kmsKeyArn: 'arn:key',
    retentionDays: 90,
  });
});

describe('AirflowLogGroups', () => {
  it('has the five names that MWAA logs to', () => {
    expect(resourcesOf(json, 'aws_cloudwatch_log_group').map(({ name }) => name)).toEqual([
      'airflow-sandbox-main-DAGProcessing',
      'airflow-sandbox-main-Scheduler',
      'airflow-sandbox-main-Task',
      'airflow-sandbox-main-WebServer',
      'airflow-sandbox-main-Worker',
    ]);
  });

  it('encrypts every one and forgets in time', () => {
    for (const group of resourcesOf(json, 'aws_cloudwatch_log_group')) {
      expect(group).toMatchObject({ kms_key_id: 'arn:key', retention_in_days: 90 });
    }
  });
});
