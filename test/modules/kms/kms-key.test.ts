import { cloudWatchAlarmsAccess } from '../../../modules/kms/cloudwatch-alarms-access';
import { cloudWatchLogsAccess } from '../../../modules/kms/cloudwatch-logs-access';
import { KmsKey, type KmsKeyProps } from '../../../modules/kms/kms-key';
import { synthModule } from '../../support/synth';
import { onlyResource, statements } from '../../support/terraform-json';

const synthKey = (props: Partial<KmsKeyProps> = {}) =>
  synthModule((stack, provider) => {
    new KmsKey(stack, 'key', {
      provider,
      accountId: '111122223333',
      alias: 'sandbox-logs',
      description: 'Logs',
      ...props,
    });
  });

describe('KmsKey', () => {
  it('rotates every year and waits 30 days before it is deleted', () => {
    expect(onlyResource(synthKey(), 'aws_kms_key')).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
    });
  });

  it('can be found by its alias', () => {
    expect(onlyResource(synthKey(), 'aws_kms_alias')['name']).toBe('alias/sandbox-logs');
  });

  it('admits nobody but the account that owns it', () => {
    expect(
      statements(onlyResource(synthKey(), 'aws_kms_key')['policy']).map((statement) => statement.Principal),
    ).toEqual([{ AWS: 'arn:aws:iam::111122223333:root' }]);
  });

  it('admits CloudWatch Logs for log groups of its account and region when told to', () => {
    const access = cloudWatchLogsAccess({ accountId: '111122223333', region: 'eu-west-1' });
    const [, logs] = statements(
      onlyResource(synthKey({ serviceStatements: [access] }), 'aws_kms_key')['policy'],
    );
    expect(logs).toMatchObject({
      Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
      Condition: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111122223333:log-group:*' },
      },
    });
  });

  it('admits CloudWatch Logs for some log groups only when they are named', () => {
    const { Condition } = cloudWatchLogsAccess({
      accountId: '111122223333',
      region: 'eu-west-1',
      logGroups: 'airflow-*',
    });
    expect(Condition).toEqual({
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-west-1:111122223333:log-group:airflow-*',
      },
    });
  });

  it('admits alarms of its account when told to', () => {
    const access = cloudWatchAlarmsAccess({ accountId: '111122223333' });
    const [, alarms] = statements(
      onlyResource(synthKey({ serviceStatements: [access] }), 'aws_kms_key')['policy'],
    );
    expect(alarms).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    });
  });
});
